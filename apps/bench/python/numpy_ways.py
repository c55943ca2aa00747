"""NumPy. A way takes the inputs of its task and gives what to run and how to read the result."""

import numpy as np

import blas


def version():
    return f"{np.__version__} ({blas.name()})"


def same(result):
    return result


def gemm(inputs):
    a, b = (inputs[name].reshape(inputs["n"], -1) for name in "ab")
    return lambda: a @ b, same


def gemv(inputs):
    a, x = inputs["a"].reshape(inputs["n"], -1), inputs["x"]
    return lambda: a @ x, same


def softmax(dtype):
    def prepare(inputs):
        scores = inputs["scores"].reshape(inputs["rows"], -1).astype(dtype)

        def run():
            masses = np.exp(scores - scores.max(axis=1, keepdims=True))
            masses /= masses.sum(axis=1, keepdims=True)
            return masses

        return run, same

    return prepare


def retrieval(dtype):
    def prepare(inputs):
        patterns, states = (inputs[name].reshape(-1, inputs["d"]).astype(dtype) for name in ("patterns", "states"))
        beta = dtype(inputs["beta"])

        def run():
            masses = states @ patterns.T
            masses *= beta
            masses -= masses.max(axis=1, keepdims=True)
            np.exp(masses, out=masses)
            masses /= masses.sum(axis=1, keepdims=True)
            return masses @ patterns

        return run, lambda result: result.reshape(-1)

    return prepare


def log_sum_exp(inputs):
    scores = inputs["scores"]

    def run():
        most = scores.max()
        return most + np.log(np.exp(scores - most).sum())

    return run, lambda result: np.array([result])


def logaddexp(inputs):
    scores = inputs["scores"]
    return lambda: np.logaddexp.reduce(scores), lambda result: np.array([result])


def hebbian_weights(patterns):
    w = patterns.T @ patterns
    np.fill_diagonal(w, 0)
    return w


def hebbian(dtype):
    def prepare(inputs):
        patterns = inputs["patterns"].reshape(-1, inputs["n"]).astype(dtype)
        return lambda: hebbian_weights(patterns), same

    return prepare


def recall(rest):
    def prepare(inputs):
        n = inputs["n"]
        w = hebbian_weights(inputs["patterns"].reshape(-1, n).astype(np.float64))
        starts = inputs["starts"].reshape(-1, n).astype(np.float64)
        order = inputs["order"].tolist()
        return lambda: [rest(w, start.copy(), order) for start in starts], lambda states: np.int8(states)

    return prepare


def every_field_anew(w, y, order):
    moving = True
    while moving:
        moving = False
        for i in order:
            field = w[i] @ y
            if field * y[i] < 0:
                y[i] = -y[i]
                moving = True
    return y


def fields_kept(w, y, order):
    fields = w @ y
    moving = True
    while moving:
        moving = False
        for i in order:
            if fields[i] * y[i] < 0:
                y[i] = -y[i]
                fields += (2 * y[i]) * w[i]
                moving = True
    return y


def neurodynex(w, y, order):
    """In the manner of neurodynex: the column of a unit, np.sign, and +1 where the field is zero."""
    while True:
        before = y.copy()
        for i in order:
            field = np.sum(w[:, i] * y)
            y[i] = np.sign(field) if field != 0 else 1
        if np.array_equal(before, y):
            return y


def cube(z):
    return z**3


def dense(f, sweep):
    def prepare(inputs):
        n = inputs["n"]
        patterns = inputs["patterns"].reshape(-1, n).astype(np.float64)
        starts = inputs["starts"].reshape(-1, n).astype(np.float64)
        order = inputs["order"].tolist()
        columns = np.ascontiguousarray(patterns.T)
        return lambda: [sweep(f, patterns, columns, y.copy(), order) for y in starts], lambda states: np.int8(states)

    return prepare


def every_overlap_anew(f, patterns, columns, y, order):
    for i in order:
        others = patterns @ y - columns[i] * y[i]
        difference = np.sum(f(others + columns[i]) - f(others - columns[i]))
        if difference != 0:
            y[i] = np.sign(difference)
    return y


def overlaps_kept(f, patterns, columns, y, order):
    overlaps = patterns @ y
    for i in order:
        others = overlaps - columns[i] * y[i]
        difference = np.sum(f(others + columns[i]) - f(others - columns[i]))
        if difference * y[i] < 0:
            y[i] = -y[i]
            overlaps += (2 * y[i]) * columns[i]
    return y


def synchronous(fields_of, dtype):
    def prepare(inputs):
        n = inputs["n"]
        patterns = inputs["patterns"].reshape(-1, n).astype(dtype)
        starts = inputs["starts"].reshape(-1, n).astype(dtype)
        fields = fields_of(patterns)

        def run():
            states = starts
            while True:
                signs = np.sign(fields(states))
                following = np.where(signs == 0, states, signs)
                if np.array_equal(following, states):
                    return states
                states = following

        return run, np.int8

    return prepare


def with_weights(patterns):
    w = hebbian_weights(patterns)
    return lambda states: states @ w


def with_patterns(patterns):
    count = patterns.dtype.type(len(patterns))
    return lambda states: states @ patterns.T @ patterns - count * states


def large_recall(inputs):
    n, count = inputs["n"], inputs["count"]
    patterns = inputs["patterns"].reshape(-1, n).astype(np.float64)
    columns = np.ascontiguousarray(patterns.T)
    starts = inputs["starts"].reshape(-1, n).astype(np.float64)
    order = inputs["order"].tolist()

    def rest(y):
        overlaps = patterns @ y
        moving = True
        while moving:
            moving = False
            for i in order:
                if (columns[i] @ overlaps - count * y[i]) * y[i] < 0:
                    y[i] = -y[i]
                    overlaps += (2 * y[i]) * columns[i]
                    moving = True
        return y

    return lambda: [rest(start.copy()) for start in starts], lambda states: np.int8(states)


def bidirectional(layers_of, dtype):
    def prepare(inputs):
        n = inputs["n"]
        x = inputs["x"].reshape(-1, n).astype(dtype)
        y = inputs["y"].reshape(-1, n).astype(dtype)
        starts = inputs["starts"].reshape(-1, n).astype(dtype)
        forth, back = layers_of(x, y)

        def following(fields, states):
            signs = np.sign(fields)
            return np.where(signs == 0, states, signs)

        def run():
            left, right = starts, np.zeros_like(starts)
            while True:
                answer = following(forth(left), right)
                question = following(back(answer), left)
                if np.array_equal(answer, right) and np.array_equal(question, left):
                    return np.hstack([left, right])
                left, right = question, answer

        return run, np.int8

    return prepare


def layers_with_weights(x, y):
    w = x.T @ y
    return lambda states: states @ w, lambda states: states @ w.T


def layers_with_pairs(x, y):
    return lambda states: states @ x.T @ y, lambda states: states @ y.T @ x


def transitions(inputs):
    n = inputs["n"]
    w = inputs["weights"].reshape(n, n)
    shifts = np.arange(n - 1, -1, -1)
    bits = 1 << shifts

    def run():
        states = np.arange(1 << n)
        y = ((states[:, None] >> shifts) & 1) * 2.0 - 1
        fields = y @ w
        energies = -0.5 * (y * fields).sum(axis=1)
        up = states[:, None] | bits
        down = states[:, None] & ~bits
        return energies, np.where(fields > 0, up, np.where(fields < 0, down, states[:, None]))

    return run, lambda result: np.concatenate([part.reshape(-1).astype(np.float64) for part in result])


WAYS = {
    ("gemm64", "", "float64"): gemm,
    ("gemm32", "", "float32"): gemm,
    ("gemv", "", "float64"): gemv,
    ("softmax", "", "float64"): softmax(np.float64),
    ("softmax", "", "float32"): softmax(np.float32),
    ("logSumExp", "greatest first", "float64"): log_sum_exp,
    ("logSumExp", "logaddexp", "float64"): logaddexp,
    ("hebbian", "", "float64"): hebbian(np.float64),
    ("hebbian", "", "float32"): hebbian(np.float32),
    ("recall", "every field anew", "float64"): recall(every_field_anew),
    ("recall", "fields kept", "float64"): recall(fields_kept),
    ("recall", "in the manner of neurodynex", "float64"): recall(neurodynex),
    ("synchronous", "products with the weights", "float64"): synchronous(with_weights, np.float64),
    ("synchronous", "products with the weights", "float32"): synchronous(with_weights, np.float32),
    ("synchronous", "products with the patterns", "float32"): synchronous(with_patterns, np.float32),
    ("largeRecall", "overlaps kept", "float64"): large_recall,
    ("denseCubic", "every overlap anew", "float64"): dense(cube, every_overlap_anew),
    ("denseCubic", "overlaps kept", "float64"): dense(cube, overlaps_kept),
    ("denseExponential", "every overlap anew", "float64"): dense(np.exp, every_overlap_anew),
    ("denseExponential", "overlaps kept", "float64"): dense(np.exp, overlaps_kept),
    ("retrieval", "", "float64"): retrieval(np.float64),
    ("retrieval", "", "float32"): retrieval(np.float32),
    ("bidirectional", "products with the weights", "float64"): bidirectional(layers_with_weights, np.float64),
    ("bidirectional", "products with the weights", "float32"): bidirectional(layers_with_weights, np.float32),
    ("bidirectional", "products with the pairs", "float32"): bidirectional(layers_with_pairs, np.float32),
    ("transitions", "", "float64"): transitions,
}

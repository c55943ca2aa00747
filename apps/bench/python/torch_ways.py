"""PyTorch. A way takes the inputs of its task and gives what to run and how to read the result."""

import torch

import blas

torch.set_num_threads(1)
torch.set_grad_enabled(False)


def version():
    return f"{torch.__version__} ({blas.name()})"


def read(result):
    return result.numpy()


def gemm(inputs):
    a, b = (torch.from_numpy(inputs[name]).view(inputs["n"], -1) for name in "ab")
    return lambda: a @ b, read


def gemv(inputs):
    a, x = torch.from_numpy(inputs["a"]).view(inputs["n"], -1), torch.from_numpy(inputs["x"])
    return lambda: a @ x, read


def softmax(dtype):
    def prepare(inputs):
        scores = torch.from_numpy(inputs["scores"]).view(inputs["rows"], -1).to(dtype)
        return lambda: torch.softmax(scores, 1), read

    return prepare


def retrieval(dtype):
    def prepare(inputs):
        patterns, states = (torch.from_numpy(inputs[name]).view(-1, inputs["d"]).to(dtype) for name in ("patterns", "states"))
        beta = inputs["beta"]
        return lambda: torch.softmax(beta * (states @ patterns.T), 1) @ patterns, lambda result: read(result).reshape(-1)

    return prepare


def log_sum_exp(inputs):
    scores = torch.from_numpy(inputs["scores"])
    return lambda: torch.logsumexp(scores, 0, keepdim=True), read


def hebbian_weights(patterns):
    return (patterns.T @ patterns).fill_diagonal_(0)


def hebbian(dtype):
    def prepare(inputs):
        patterns = torch.from_numpy(inputs["patterns"]).view(-1, inputs["n"]).to(dtype)
        return lambda: hebbian_weights(patterns), read

    return prepare


def recall(inputs):
    n = inputs["n"]
    w = hebbian_weights(torch.from_numpy(inputs["patterns"]).view(-1, n).double())
    starts = torch.from_numpy(inputs["starts"]).view(-1, n).double()
    order = inputs["order"].tolist()

    def rest(y):
        moving = True
        while moving:
            moving = False
            for i in order:
                if torch.dot(w[i], y) * y[i] < 0:
                    y[i] = -y[i]
                    moving = True
        return y

    return lambda: [rest(start.clone()) for start in starts], lambda states: torch.stack(states).to(torch.int8).numpy()


def synchronous(fields_of):
    def prepare(inputs):
        n = inputs["n"]
        patterns = torch.from_numpy(inputs["patterns"]).view(-1, n).float()
        starts = torch.from_numpy(inputs["starts"]).view(-1, n).float()
        fields = fields_of(patterns)

        def run():
            states = starts
            while True:
                signs = torch.sign(fields(states))
                following = torch.where(signs == 0, states, signs)
                if torch.equal(following, states):
                    return states
                states = following

        return run, lambda states: states.to(torch.int8).numpy()

    return prepare


def with_weights(patterns):
    w = hebbian_weights(patterns)
    return lambda states: states @ w


def with_patterns(patterns):
    return lambda states: states @ patterns.T @ patterns - len(patterns) * states


def large_recall(inputs):
    n, count = inputs["n"], inputs["count"]
    patterns = torch.from_numpy(inputs["patterns"]).view(-1, n).float()
    columns = patterns.T.contiguous()
    starts = torch.from_numpy(inputs["starts"]).view(-1, n).float()
    order = inputs["order"].tolist()

    def rest(y):
        overlaps = patterns @ y
        moving = True
        while moving:
            moving = False
            for i in order:
                if (torch.dot(columns[i], overlaps) - count * y[i]) * y[i] < 0:
                    y[i] = -y[i]
                    overlaps += (2 * y[i]) * columns[i]
                    moving = True
        return y

    return lambda: [rest(start.clone()) for start in starts], lambda states: torch.stack(states).to(torch.int8).numpy()


WAYS = {
    ("gemm64", "", "float64"): gemm,
    ("gemm32", "", "float32"): gemm,
    ("gemv", "", "float64"): gemv,
    ("softmax", "", "float64"): softmax(torch.float64),
    ("softmax", "", "float32"): softmax(torch.float32),
    ("logSumExp", "", "float64"): log_sum_exp,
    ("hebbian", "", "float64"): hebbian(torch.float64),
    ("hebbian", "", "float32"): hebbian(torch.float32),
    ("retrieval", "", "float64"): retrieval(torch.float64),
    ("retrieval", "", "float32"): retrieval(torch.float32),
    ("recall", "every field anew", "float64"): recall,
    ("synchronous", "products with the weights", "float32"): synchronous(with_weights),
    ("synchronous", "products with the patterns", "float32"): synchronous(with_patterns),
    ("largeRecall", "overlaps kept", "float32"): large_recall,
}

"""A contender's process: frames on standard input and output, as src/Protocol.ts describes them.

    python3 worker.py numpy_ways
"""

import gc
import importlib
import json
import os
import statistics
import struct
import sys
import time

import numpy as np

# What a library prints must not end up between the frames.
requests = sys.stdin.buffer
responses = os.fdopen(os.dup(1), "wb")
os.dup2(2, 1)

DTYPES = {
    "Float64Array": np.float64,
    "Float32Array": np.float32,
    "Int32Array": np.int32,
    "Uint32Array": np.uint32,
    "Int8Array": np.int8,
}
NAMES = {np.dtype(dtype): name for name, dtype in DTYPES.items()}


def receive():
    head = requests.read(4)
    if len(head) < 4:
        return None
    text = requests.read(struct.unpack("<I", head)[0])

    def revive(value):
        if "$array" not in value:
            return value
        name, length = value["$array"]
        array = np.empty(length, DTYPES[name])
        requests.readinto(memoryview(array).cast("B"))
        return array

    return json.loads(text, object_hook=revive)


def send(message):
    arrays = []

    def mention(array):
        arrays.append(array)
        return {"$array": [NAMES[array.dtype], array.size]}

    text = json.dumps(message, default=mention).encode()
    responses.write(struct.pack("<I", len(text)) + text)
    for array in arrays:
        responses.write(memoryview(np.ascontiguousarray(array).reshape(-1)).cast("B"))
    responses.flush()


def milliseconds(run):
    start = time.perf_counter_ns()
    run()
    return (time.perf_counter_ns() - start) / 1e6


def measure(run, budget):
    """Calls for so many milliseconds, and once at least; without the collector, as timeit does it."""
    gc.collect()
    gc.disable()
    samples = [milliseconds(run)]
    end = time.perf_counter_ns() + (budget - samples[0]) * 1e6
    while time.perf_counter_ns() < end:
        samples.append(milliseconds(run))
    gc.enable()
    return {"_tag": "Measured", "median": statistics.median(samples), "calls": len(samples)}


def answer(run, read):
    start = time.perf_counter_ns()
    result = run()
    spent = (time.perf_counter_ns() - start) / 1e6
    return {"_tag": "Answered", "answer": read(result), "milliseconds": spent}


def main():
    ways = importlib.import_module(sys.argv[1])
    run = read = None
    while (request := receive()) is not None:
        try:
            if request["_tag"] == "Prepare":
                run, read = ways.WAYS[request["task"], request["label"], request["precision"]](request["inputs"])
                send({"_tag": "Prepared", "version": ways.version()})
            elif request["_tag"] == "Answer":
                send(answer(run, read))
            else:
                send(measure(run, request["milliseconds"]))
        except Exception as error:
            send({"_tag": "Failed", "reason": f"{type(error).__name__}: {error}"})


main()

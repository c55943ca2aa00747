"""Which BLAS this process has loaded."""

import ctypes
import re


def name():
    with open("/proc/self/maps") as maps:
        paths = sorted(set(re.findall(r"/\S*(?:blas|mkl_rt)\S*", maps.read())))
    for path in paths:
        try:
            library = ctypes.CDLL(path)
            for prefix, suffix in (("", ""), ("scipy_", "64_"), ("", "64_")):
                if hasattr(library, f"{prefix}openblas_get_config{suffix}"):
                    config = getattr(library, f"{prefix}openblas_get_config{suffix}")
                    core = getattr(library, f"{prefix}openblas_get_corename{suffix}")
                    config.restype = core.restype = ctypes.c_char_p
                    version = " ".join(config().decode().split()[:2])
                    return f"{version}, {core().decode()} kernels"
        except OSError:
            continue
    return paths[0].rsplit("/", 1)[-1] if paths else "no BLAS"

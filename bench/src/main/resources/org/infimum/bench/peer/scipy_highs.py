"""Solves one linear program with the HiGHS inside SciPy, as often as standard input asks for it.

    scipy_highs.py MODEL SOLVER ANSWER

MODEL: little-endian int64 n, m, nnz; float64 cost[n], column lower[n], column upper[n], row
lower[m], row upper[m]; int32 column starts[n+1], row indices[nnz]; float64 values[nnz].
SOLVER: ipm, simplex or choose.
Each line on standard input is a time limit in seconds and is answered by one line
    STATUS OBJECTIVE SECONDS ITERATIONS
and, if there is one, a primal point as float64 in the file ANSWER. The time is that of HiGHS alone.
"""

import sys
import time

import numpy as np
import scipy
from scipy.optimize._highs._highs_wrapper import _highs_wrapper
from scipy.optimize._highs import _highs_constants as constants


def read(path):
    with open(path, "rb") as stream:
        n, m, nnz = np.fromfile(stream, dtype="<i8", count=3)
        doubles = [np.fromfile(stream, dtype="<f8", count=k) for k in (n, n, n, m, m)]
        starts = np.fromfile(stream, dtype="<i4", count=n + 1)
        indices = np.fromfile(stream, dtype="<i4", count=nnz)
        values = np.fromfile(stream, dtype="<f8", count=nnz)
    return doubles, starts, indices, values


def bounded(array):
    return np.nan_to_num(array, posinf=constants.CONST_INF, neginf=-constants.CONST_INF)


def main():
    model, solver, answer = sys.argv[1:4]
    (cost, lower, upper, row_lower, row_upper), starts, indices, values = read(model)
    names = {
        constants.MODEL_STATUS_OPTIMAL: "optimal",
        constants.MODEL_STATUS_INFEASIBLE: "infeasible",
        constants.MODEL_STATUS_UNBOUNDED: "unbounded",
        constants.MODEL_STATUS_REACHED_TIME_LIMIT: "time-limit",
    }
    print("ready", scipy.__version__, flush=True)
    for line in sys.stdin:
        options = {
            "presolve": True,
            "sense": constants.HIGHS_OBJECTIVE_SENSE_MINIMIZE,
            "solver": None if solver == "choose" else solver,
            "time_limit": float(line),
            "log_to_console": False,
            "output_flag": False,
        }
        start = time.perf_counter()
        result = _highs_wrapper(
            cost,
            starts,
            indices,
            values,
            bounded(row_lower),
            bounded(row_upper),
            bounded(lower),
            bounded(upper),
            np.empty(0, dtype=np.uint8),
            options,
        )
        seconds = time.perf_counter() - start
        status = names.get(result.get("status"), "unsolved")
        objective = result.get("fun")
        if "x" in result and status == "optimal":
            np.asarray(result["x"], dtype="<f8").tofile(answer)
        iterations = result.get("ipm_nit", 0) or result.get("simplex_nit", 0)
        value = "nan" if objective is None else repr(float(objective))
        print(status, value, repr(seconds), int(iterations or 0), flush=True)


main()

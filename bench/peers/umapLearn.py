"""umap-learn's map of a file of float32 rows, as the quality to compare with.

umapLearn.py VECTORS DIM MAP NEIGHBOURS SETTINGS
  VECTORS     n x DIM float32, little endian
  MAP         written: n x n_components float32
  NEIGHBOURS  written: n x n_neighbors int32, the point itself first, as pynndescent found them; empty if none were kept
  SETTINGS    JSON: the keyword arguments of umap.UMAP
Prints one line of JSON: seconds (the compilation of its code left out) and the settings as it used them.
"""

import json
import sys
import time

import numpy as np
import umap


def main() -> None:
    vectors, dim, map_file, neighbours_file, settings = sys.argv[1:]
    rows = np.fromfile(vectors, dtype="<f4").reshape(-1, int(dim))
    given = json.loads(settings)
    # above 4,096 rows it searches by descent: compiled once here, so that the time below is that of a second fit
    umap.UMAP(**given | {"n_epochs": 5}).fit(rows[:4500])
    begun = time.perf_counter()
    model = umap.UMAP(**given).fit(rows)
    seconds = time.perf_counter() - begun
    np.asarray(model.embedding_, dtype="<f4").tofile(map_file)
    # up to 4,096 rows it compares all with all and keeps no list
    found = getattr(model, "_knn_indices", np.empty(0))
    np.asarray(found, dtype="<i4").tofile(neighbours_file)
    used = {
        "nEpochs": int(model.n_epochs or (500 if len(rows) <= 10_000 else 200)),
        "nNeighbors": int(model._n_neighbors),
        "minDist": float(model.min_dist),
        "metric": model.metric,
        "dims": int(model.n_components),
        "init": str(model.init),
        "threads": int(model.n_jobs),
        "seeded": model.random_state is not None,
    }
    print(json.dumps({"seconds": seconds, "used": used}))


main()

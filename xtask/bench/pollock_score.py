"""Scores tables that were read from the files of the Pollock benchmark, by the benchmark's own measures.

    pollock_score.py CHECKOUT LOADED

CHECKOUT is https://github.com/HPI-Information-Systems/Pollock (with its LFS files), LOADED a folder with one
`NAME_converted.csv` for each of `polluted_files/csv/NAME`. Prints the two scores, of 10, and where points are lost.
Its measures need chardet, joblib, multiset, numpy, price-parser and python-dateutil.
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path

checkout, loaded = Path(sys.argv[1]), Path(sys.argv[2])
sys.path.insert(0, str(checkout))
from pollock.metrics import header_record_cell_measures_csv, successful_csv  # noqa: E402

files = sorted(path.name for path in (checkout / "polluted_files/csv").iterdir())
weights = json.loads((checkout / "pollock_weights.json").read_text())


def score(name: str) -> float:
    """The sum of the ten measures of one file: success, and precision, recall and F1 of header, records and cells."""
    read, clean = str(loaded / f"{name}_converted.csv"), str(checkout / "polluted_files/clean" / name)
    return 1 + sum(header_record_cell_measures_csv(clean, read)) if successful_csv(read) else 0.0


scores = {name: score(name) for name in files}
# The benchmark weighs a file that has no weight with -1, but every one of its files has one.
weight = {name: weights[name] for name in files}
simple = sum(scores.values()) / len(files)
weighted = sum(scores[name] * weight[name] for name in files) / sum(weight.values())

kinds = defaultdict(list)
for name, points in scores.items():
    kinds[re.sub(r"\d+_col\d+|(?<=delimiter_)\d+(?=_)", "", name) if name.startswith("row_") else name].append(points)

print(f"\n### Pollock\n\n{len(files):,} files: simple score **{simple:.3f}**, weighted score **{weighted:.3f}**, of 10.\n")
print("| files | how many | mean | whole | worst |\n|---|---:|---:|---:|---:|")
for kind, points in sorted(kinds.items(), key=lambda kind: sum(kind[1]) / len(kind[1])):
    whole = sum(point > 9.9999 for point in points)
    if whole < len(points):
        print(f"| `{kind}` | {len(points)} | {sum(points) / len(points):.3f} | {whole} | {min(points):.3f} |")

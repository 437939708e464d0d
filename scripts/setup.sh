#!/bin/sh
# Makes .venv and installs into it what is needed, and does nothing where that is done already.
#   scripts/setup.sh        what Parallax needs to run
#   scripts/setup.sh dev    also what the tests and checks need
# PYTHON=/path/to/python chooses the Python to use. Packages come from wherever pip is set up to look.
set -eu
cd "$(dirname "$0")/.."

suits() { # a Python of a version that Parallax runs on
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if suits "$candidate"; then
            echo "$candidate"
            return
        fi
        if [ -n "${PYTHON:-}" ]; then
            echo "$PYTHON is not a Python between 3.11 and 3.14; name another one, or leave PYTHON out." >&2
            exit 1
        fi
    done
    {
        echo "Parallax needs Python 3.11, 3.12, 3.13 or 3.14, and none of these was found."
        echo "Install one (python.org; on Debian and Ubuntu: apt-get install python3 python3-venv; on macOS: brew install python),"
        echo "or name the one to use: make run PYTHON=/path/to/python"
    } >&2
    exit 1
}

make_venv() {
    python="$(find_python)"
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        echo "$python cannot make virtual environments: install its venv module (Debian and Ubuntu: apt-get install python3-venv)." >&2
        exit 1
    fi
    echo "Making .venv with $("$python" --version)."
    "$python" -m venv --clear .venv
}

install() { # install a requirements file, unless just this list is installed
    if ! cat requirements.txt "$1" | cmp -s - ".venv/installed-$1"; then
        echo "Installing what $1 lists into .venv; the first time takes a few minutes."
        .venv/bin/python -m pip install -qq --disable-pip-version-check -r "$1"
        cat requirements.txt "$1" > ".venv/installed-$1"
    fi
}

if ! { suits .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; }; then
    make_venv
fi
install requirements.txt
if [ "${1:-}" = dev ]; then
    install requirements-dev.txt
fi

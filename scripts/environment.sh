# Sourced by scripts/build, scripts/test and scripts/bench: makes .venv at the root of the checkout, from the lock, once.
#
#   environment NAME    installs scripts/locks/NAME.txt and the package itself, unless that was done before
#
# A stamp in .venv says what was installed; while it fits, nothing is installed and no network is needed.

set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
VENV="$ROOT/.venv"
LEAST="3.11"

stop() { printf 'error: %s\n' "$*" >&2; exit 2; }

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
  local name
  if [ -n "${PYTHON:-}" ]; then
    new_enough "$PYTHON" || stop "PYTHON=$PYTHON is no Python $LEAST or later: $("$PYTHON" --version 2>&1)"
    command -v "$PYTHON"
    return
  fi
  for name in python3 python3.13 python3.12 python3.11 python; do
    if command -v "$name" >/dev/null 2>&1 && new_enough "$name"; then command -v "$name"; return; fi
  done
  stop "Python $LEAST or later is needed, and none was found. Found: $(python3 --version 2>&1 || echo 'no python3')." \
       "Install one, or name it: PYTHON=/path/to/python3.12 $0"
}

make_venv() {
  local python
  python=$(find_python)
  "$python" -c 'import venv, ensurepip' 2>/dev/null ||
    stop "$python has no venv module. On Debian and Ubuntu: apt-get install python3-venv"
  rm -rf "$VENV"
  "$python" -m venv "$VENV" || stop "no environment could be made at $VENV with $python"
}

stamp() { cat "$ROOT/scripts/locks/$1.txt" "$ROOT/pyproject.toml" | cksum; }

installed() { [ "$(cat "$VENV/.installed-$1" 2>/dev/null || true)" = "$(stamp "$1")" ]; }

environment() {
  local lock="$ROOT/scripts/locks/$1.txt"
  [ -x "$VENV/bin/python" ] && new_enough "$VENV/bin/python" || make_venv
  if installed "$1"; then return; fi
  # What a wider lock installed serves a narrower one: all pin the same versions.
  if [ "$1" = run ] && { installed test || installed eval; }; then return; fi
  echo "installing what scripts/locks/$1.txt pins (once)" >&2
  "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r "$lock" ||
    stop "the locked dependencies could not be installed; the first time, the package index must be reachable"
  "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e "$ROOT" ||
    stop "the package itself could not be installed"
  stamp "$1" > "$VENV/.installed-$1"
}

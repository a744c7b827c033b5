#!/bin/sh
# build SOURCE METADATA OUTPUT: puts in this peer's own way to its service, which the package does not know.
set -eu
label=$(sed -n 's/.*"label"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' "$2/metadata.json")
cp "$PROVENANT_CONNECTIONS/$label.json" "$3/connection.json"

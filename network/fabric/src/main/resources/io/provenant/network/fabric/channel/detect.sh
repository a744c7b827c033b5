#!/bin/sh
# detect SOURCE METADATA: takes packages of chaincode that runs as a service.
grep -Eq '"type"[[:space:]]*:[[:space:]]*"ccaas"' "$2/metadata.json"

# shellcheck shell=bash
# A container engine for the tests: the one that runs here, or one of their own that ends with them. Sourced after
# lib.sh, never run. Nothing in here fails a test run: where there is no engine, one line says so.

: "${root:?lib.sh is sourced first}"
engine_pid=
engine_folder=

# True once an engine answers and has what the tests build on: prepare_engine
prepare_engine() {
    if engine_answers; then
        say "Container tests use the engine that runs here."
    elif ! start_own_engine; then
        say "No container engine can be started here: container tests are skipped, and named at the end of their module."
        return 1
    fi
    base_images
}

engine_answers() {
    command -v docker >/dev/null 2>&1 && docker version --format '{{.Server.Version}}' >/dev/null 2>&1
}

start_own_engine() {
    [ "$(uname)" = Linux ] && [ "$(id -u)" = 0 ] || return 1
    if ! command -v dockerd >/dev/null 2>&1; then
        command -v apt-get >/dev/null 2>&1 || return 1
        say "Installing docker.io for the container tests ..."
        { timeout 120 apt-get -qq update \
            && DEBIAN_FRONTEND=noninteractive timeout 180 apt-get -qq install -y --no-install-recommends docker.io; } \
            >"$root/target/engine-install.log" 2>&1 || return 1
        ! engine_answers || return 0 # the package may have started it
    fi
    engine_folder=$(mktemp -d) # short, for the name of a socket may not be long
    # A sandbox may forbid packet filters, or lie on a file system that cannot be layered.
    run_engine || run_engine --iptables=false --ip6tables=false \
        || run_engine --iptables=false --ip6tables=false --storage-driver=vfs
}

# Starts dockerd with these flags and waits until it answers or ends.
run_engine() {
    local waited
    export DOCKER_HOST=unix://$engine_folder/docker.sock
    dockerd --host "$DOCKER_HOST" --data-root "$root/target/engine" --exec-root "$engine_folder/exec" \
        --pidfile "$engine_folder/pid" "$@" >>"$root/target/engine.log" 2>&1 &
    engine_pid=$!
    for waited in $(seq 1 60); do
        if engine_answers; then
            # Nothing outlives this engine, so nothing has to clean up after the tests; and its ports are on loopback,
            # wherever this machine itself runs.
            export TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1
            say "Container tests run on an engine of their own, started in ${waited} half seconds."
            return 0
        fi
        kill -0 "$engine_pid" 2>/dev/null || break
        sleep 0.5
    done
    stop_engine
    return 1
}

# Ends an engine that was started here, with all that runs on it.
stop_engine() {
    [ -n "$engine_pid" ] || return 0
    kill "$engine_pid" 2>/dev/null || true
    wait "$engine_pid" 2>/dev/null || true
    engine_pid=
}

# Where no registry gives them, images are made of what is on this machine; without Fabric's programs only ours.
base_images() {
    docker image inspect eclipse-temurin:17-jre >/dev/null 2>&1 \
        || docker image inspect provenant/base-jre:local >/dev/null 2>&1 \
        || "$root/scripts/images" base || return 1
    docker image inspect hyperledger/fabric-peer:3.1.5 >/dev/null 2>&1 \
        || "$root/scripts/images" fabric || true
}

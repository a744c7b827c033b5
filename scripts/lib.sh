# shellcheck shell=bash
# What the scripts share: where the project is, what they say, and the tools they need. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export root

say() {
    printf '%s\n' "$*" >&2
}

# Ends the script: die EXIT_STATUS LINE...
die() {
    local status=$1
    shift
    printf '%s\n' "$@" >&2
    exit "$status"
}

# The comment block at the head of a script is its help.
print_help() {
    sed -n '2,/^$/{/^#/s/^# \{0,1\}//p}' "$1"
}

# The version that this tree builds, which also stands in the names of its jars.
project_version() {
    sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$root/pom.xml" | head -n 1
}

# A JDK says its version in a file; asking it takes as long as it takes to start.
java_major() {
    local release
    release=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")/release
    if grep -qs '^JAVA_VERSION="' "$release"; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release"
    else
        java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
    fi
}

need_jdk() {
    local major
    command -v javac >/dev/null 2>&1 || die 2 \
        "Provenant needs a JDK 17 or newer, and there is no javac on the PATH." \
        "Install one (Debian, Ubuntu: apt-get install openjdk-17-jdk-headless; macOS: brew install openjdk@17), then run this again."
    major=$(java_major)
    [ "${major:-0}" -ge 17 ] || die 2 \
        "Provenant needs a JDK 17 or newer; java on the PATH is version ${major:-unknown}." \
        "Put a newer one first on the PATH, or set JAVA_HOME and PATH to it, then run this again."
}

# Installs a Debian package where that is possible, else says what to do: install_package COMMAND PACKAGE
install_package() {
    local command=$1 package=$2
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        say "Installing $package (it brings $command) ..."
        { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$package"; } >&2 \
            || die 2 "apt-get could not install $package; install it by hand, then run this again."
    else
        die 2 "Provenant needs $command, and it is not on the PATH." \
            "Install it (Debian, Ubuntu: sudo apt-get install $package; macOS: brew install $package), then run this again."
    fi
}

need_maven() {
    command -v mvn >/dev/null 2>&1 || install_package mvn maven
}

# Builds a module and what it needs, unless that was done and no source has changed since: need_build MODULE
need_build() {
    local module=$1 stamp=$root/$1/target/built
    if [ -f "$stamp" ] && [ -z "$(find "$root/pom.xml" "$root/chaincode" "$root/gateway-app" "$root/network" \
        -newer "$stamp" \( -path '*/src/main/*' -o -name pom.xml \) -type f -print -quit)" ]; then
        return
    fi
    need_maven
    say "Building Provenant (the first time Maven also fetches its libraries) ..."
    (cd "$root" && mvn -B -q --no-transfer-progress -Pquick -DskipTests -pl "$module" -am package) >&2 \
        || die 2 "The build failed; its messages are above."
    rm -f "$root"/data/classes-*.jsa
    touch "$stamp"
}

# The standalone market's class path. chaincode.jar comes first: the chaincode that runs is the one jar whose digest the
# organisations agree on, and not its parts.
standalone_class_path() {
    local target=$root/network/standalone/target
    printf '%s' "$root/chaincode/contract/target/chaincode.jar:$target/provenant-standalone-$(project_version).jar:$target/lib/*"
}

# Sets java_options: few threads and little memory, and the classes of the last run from an archive where there is one.
set_java_options() {
    local archive
    archive=$root/data/classes-$(java_major).jsa
    # shellcheck disable=SC2034 # read by the script that sources this
    java_options=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx1g -Xshare:auto)
    mkdir -p "$root/data"
    if [ "$(java_major)" -ge 19 ]; then
        java_options+=(-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$archive" -Xlog:cds=off -Xlog:cds+dynamic=off)
    elif [ -f "$archive" ]; then
        java_options+=("-XX:SharedArchiveFile=$archive" -Xlog:cds=off -Xlog:cds+dynamic=off)
    else
        java_options+=("-XX:ArchiveClassesAtExit=$archive" -Xlog:cds=off -Xlog:cds+dynamic=off)
    fi
}

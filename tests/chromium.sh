#!/bin/sh
# Chromium for the browser tests: by apt where it is missing and that is allowed; where it cannot be had, the tests say so.
set -u
command -v chromium >/dev/null 2>&1 && exit 0
command -v apt-get >/dev/null 2>&1 || exit 0
if [ "$(id -u)" = 0 ]; then
    run=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    run="sudo -n"
else
    exit 0
fi
echo "installing chromium for the browser tests"
$run apt-get update -qq >/dev/null 2>&1
DEBIAN_FRONTEND=noninteractive $run apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null 2>&1
exit 0

# Run inside a bare Debian 12: installs the package beside it and starts what it holds.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C HOME=/root
apt-get update -qq
apt-get install -y -qq --no-install-recommends xvfb xauth x11-utils shared-mime-info desktop-file-utils man-db >/dev/null
apt-get install -y -qq --no-install-recommends /tmp/bonafide.deb

echo "-- command line"
bonafide --version
man -w bonafide
test -s /usr/share/bash-completion/completions/bonafide

echo "-- file type and menu entry"
touch /tmp/a.bonafide
grep -q 'application/x-bonafide' /usr/share/mime/globs2 || { update-mime-database /usr/share/mime; grep 'application/x-bonafide' /usr/share/mime/globs2; }
desktop-file-validate /usr/share/applications/*onafide*.desktop
grep -q 'MimeType=.*application/x-bonafide' /usr/share/applications/*onafide*.desktop

echo "-- window"
Xvfb :7 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
display=$!
sleep 2
DISPLAY=:7 timeout 40 bonafide-window >/tmp/window.log 2>&1 &
window=$!
for _ in $(seq 60); do
    if DISPLAY=:7 xwininfo -root -tree 2>/dev/null | grep -q '"Bonafide"'; then seen=yes; break; fi
    sleep .5
done
test "${seen:-no}" = yes || { echo "no window called Bonafide was seen"; cat /tmp/window.log; exit 1; }
sleep 2
# The program and every process of its web view refuse internet sockets.
for process in $(pgrep -f 'bonafide-window|WebKit'); do
    grep -q '^Seccomp:.*2' "/proc/$process/status" && echo "filtered: $(cat /proc/$process/comm)" || true
done
kill -0 "$window"
kill "$window" "$display" 2>/dev/null || true
echo "The package installs and starts on a bare Debian 12."

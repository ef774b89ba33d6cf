# Run inside a bare Debian 12: installs the package beside it, starts what it holds, and looks at what it brought.
set -euo pipefail
shopt -s nullglob
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 HOME=/root
unset XDG_RUNTIME_DIR

# Says what is looked at, then looks: the first thing that does not hold ends the proof.
holds() {
    local what=$1
    shift
    if "$@"; then echo "ok: $what"; else echo "DOES NOT HOLD: $what ($*)"; exit 1; fi
}
# A file that holds a line.
says() { grep -qE -- "$2" "$1"; }

apt-get update -qq
apt-get install -y -qq --no-install-recommends \
    xvfb xauth x11-utils shared-mime-info desktop-file-utils libglib2.0-bin man-db zsh fish >/dev/null
# Anew, where an earlier proof has installed the same version.
apt-get install -y -qq --no-install-recommends --reinstall /tmp/bonafide.deb

echo "-- command line"
bonafide --version
holds "its manual page is found" man -w bonafide
completes_in_bash() { bash -c '. /usr/share/bash-completion/completions/bonafide && complete -p bonafide' >/dev/null; }
completes_in_zsh() { test "$(zsh -fc 'autoload -U compinit && compinit -uD && autoload +X _bonafide && print $_comps[bonafide]')" = _bonafide; }
completes_in_fish() { fish -c 'complete -C "bonafide "' | grep '^audit' >/dev/null; }
holds "bash completes it" completes_in_bash
holds "zsh completes it" completes_in_zsh
holds "fish completes it" completes_in_fish

echo "-- sample"
audits() { local status=0; bonafide audit "$1" --today 2026-11-01 --quiet >/dev/null || status=$?; test "$status" = 1; }
holds "the command line audits the installed sample and finds something" audits /usr/lib/Bonafide/sample
holds "the owner's declarations lie beside it" test -s /usr/lib/Bonafide/sample/declarations.toml

echo "-- menu entry, icon and file type"
entry=$(echo /usr/share/applications/*onafide*.desktop)
holds "the entry is valid" desktop-file-validate "$entry"
holds "it starts the window, with the files it is given" says "$entry" '^Exec=bonafide-window %[fFuU]$'
holds "it is for cases" says "$entry" '^MimeType=.*application/x-bonafide'
icon=$(sed -n 's/^Icon=//p' "$entry")
is_png() { test "$(head -c 8 "$1" | od -An -tx1 | tr -d ' ')" = 89504e470d0a1a0a; }
for size in 32x32 128x128 256x256@2; do
    holds "its icon is there in $size" is_png "/usr/share/icons/hicolor/$size/apps/$icon.png"
done
holds "cases wear the same icon" says /usr/share/mime/packages/bonafide.xml "<icon name=\"$icon\"/>"
is_a_case() { gio info -a standard::content-type "$1" | grep 'application/x-bonafide$' >/dev/null; }
mkdir -p /tmp/cases
printf 'x' >/tmp/cases/by-its-name.bonafide
printf 'BONAFIDE\1\0' >/tmp/cases/by-its-first-bytes
for case in /tmp/cases/*; do holds "$(basename "$case") is known as a case" is_a_case "$case"; done
printf 'BONA FIDE' >/tmp/another
holds "another file is not" eval '! is_a_case /tmp/another'
opens_with() { gio mime application/x-bonafide | grep "$(basename "$entry")" >/dev/null; }
holds "a case opens with the window" opens_with

echo "-- window"
rm -rf /root/.local /root/.config /root/.cache
export DISPLAY=:7
Xvfb :7 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
display=$!
sleep 2
bonafide-window >/tmp/window.log 2>&1 &
window=$!
end() { kill "$window" "$display" 2>/dev/null || true; }
trap end EXIT
# A process and all that it started; in a folder of another system, that system's processes are seen too.
family() {
    echo "$1"
    for status in /proc/[0-9]*/status; do
        if grep -qsE "^PPid:\s*$1$" "$status"; then family "$(basename "$(dirname "$status")")"; fi
    done
}
runs() { for one in $(family "$window"); do cat "/proc/$one/comm"; done 2>/dev/null | sort -u | tr '\n' ' '; }
for _ in $(seq 60); do
    if xwininfo -root -tree 2>/dev/null | grep '"Bonafide"' >/dev/null && [[ $(runs) == *WebKitWebProces* ]]; then seen=yes; break; fi
    sleep .5
done
test "${seen:-no}" = yes || { echo "no window called Bonafide was seen"; cat /tmp/window.log; exit 1; }
sleep 2
for name in bonafide-window WebKitNetworkPr WebKitWebProces; do
    holds "$name runs" eval "[[ \"$(runs)\" == *$name* ]]"
done
for one in $(family "$window"); do
    if [ -e "/proc/$one" ]; then
        holds "$(cat "/proc/$one/comm") refuses internet sockets" says "/proc/$one/status" '^Seccomp:\s*2$'
    fi
done
hands_over() { timeout 20 bonafide-window /tmp/cases/by-its-name.bonafide; }
holds "a second start hands its file over and ends" hands_over
holds "the first still runs" kill -0 "$window"
kill "$window"
wait "$window" 2>/dev/null || true
sleep 1
# A salt, and a table without rows, are what WebKit makes for storage that is never used (tests/window/storage.test.ts).
left=$(find /root -type f | grep -iE 'localstorage|indexeddb|cookie|webkitcache|serviceworker|hsts|databases' | grep -vE '/salt$|/hsts-storage\.sqlite(-journal|-wal|-shm)?$' || true)
holds "the web view left nothing behind" test -z "$left"
echo "The package installs and starts on a bare Debian 12."

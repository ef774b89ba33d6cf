# Run as root of a network and a mount namespace of its own: bash namespace.sh FOLDER COMMAND…
#
# Makes the namespace look online (an address, a default route, a resolver) while it leads nowhere, because an empty
# namespace hides attempts: programs that see no network do not even try. Then records the socket calls of two controls
# that do try, and of the command, into FOLDER/name.trace and FOLDER/address.trace, and FOLDER/command.trace.
# Ends with the status of the command.
set -eu
folder=$1
shift

ip link set lo up
ip link add online0 type veth peer name online1
ip link set online1 up
ip addr add 10.9.9.1/24 dev online0
ip link set online0 up
ip route add default via 10.9.9.254 dev online0
# A machine without IPv6 is still worth a look.
ip -6 addr add fd00:9::1/64 dev online0 nodad && ip -6 route add default via fd00:9::fe dev online0 || true

printf 'nameserver 10.9.9.53\noptions timeout:1 attempts:1\n' >"$folder/resolv.conf"
if [ -e /etc/resolv.conf ]; then mount --bind "$folder/resolv.conf" /etc/resolv.conf; fi

record() {
    local name=$1 seconds=$2
    shift 2
    strace -f -qq -s 160 -e trace=%network,seccomp,io_uring_setup -o "$folder/$name.trace" \
        timeout --kill-after=2 "$seconds" "$@"
}

record name 20 getent hosts positive-control.invalid >"$folder/controls.log" 2>&1 || true
record address 20 bash -c 'exec 3<>/dev/udp/192.0.2.1/9' >>"$folder/controls.log" 2>&1 || true
status=0
record command 600 "$@" || status=$?
exit "$status"

#include "viewer/platform/network.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

namespace algemeente::viewer {

namespace {

/// An interface that is up, in the order of the machine.
struct Interface {
    std::string name;
    std::uint32_t address = 0, mask = 0;
    bool loops_back = false, between_two = false;
};

std::uint32_t number_of(const sockaddr* address) {
    if (address == nullptr) return 0;
    return ntohl(reinterpret_cast<const sockaddr_in*>(address)->sin_addr.s_addr);
}

std::string words_of(std::uint32_t address) {
    const in_addr number{htonl(address)};
    char words[INET_ADDRSTRLEN] = "";
    inet_ntop(AF_INET, &number, words, sizeof words);
    return words;
}

std::vector<Interface> interfaces() {
    ifaddrs* first = nullptr;
    if (getifaddrs(&first) != 0) return {};
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> all(first, freeifaddrs);
    std::vector<Interface> found;
    for (const ifaddrs* one = first; one != nullptr; one = one->ifa_next) {
        if (one->ifa_addr == nullptr || one->ifa_addr->sa_family != AF_INET) continue;
        if ((one->ifa_flags & IFF_UP) == 0 || (one->ifa_flags & IFF_RUNNING) == 0) continue;
        found.push_back({one->ifa_name, number_of(one->ifa_addr), number_of(one->ifa_netmask),
                         (one->ifa_flags & IFF_LOOPBACK) != 0, (one->ifa_flags & IFF_POINTOPOINT) != 0});
    }
    return found;
}

bool begins_with(std::uint32_t address, std::uint32_t with, int bits) {
    return (address ^ with) >> (32 - bits) == 0;
}

/// Networks at home, at work, of a telephone that shares its own, and without a server (RFC 1918, 6598, 3927).
bool is_private(std::uint32_t address) {
    return begins_with(address, 0xC0A80000U, 16) || begins_with(address, 0x0A000000U, 8) ||
           begins_with(address, 0xAC100000U, 12) || begins_with(address, 0x64400000U, 10) ||
           begins_with(address, 0xA9FE0000U, 16);
}

bool is_virtual(const Interface& one) {
    for (const std::string_view name : {"docker", "br-", "veth", "virbr", "vmnet", "vboxnet"})
        if (one.name.starts_with(name)) return true;
    return one.between_two;
}

}  // namespace

std::vector<std::string> own_addresses() {
    std::vector<Interface> found = interfaces();
    std::erase_if(found, [](const Interface& one) { return one.loops_back; });
    std::stable_sort(found.begin(), found.end(), [](const Interface& one, const Interface& other) {
        return std::pair(is_virtual(one), !is_private(one.address)) <
               std::pair(is_virtual(other), !is_private(other.address));
    });
    std::vector<std::string> addresses;
    for (const Interface& one : found) {
        const std::string words = words_of(one.address);
        if (std::find(addresses.begin(), addresses.end(), words) == addresses.end()) addresses.push_back(words);
    }
    return addresses;
}

bool is_near(const std::string& address) {
    in_addr number{};
    if (inet_pton(AF_INET, address.c_str(), &number) != 1) return false;
    const std::uint32_t other = ntohl(number.s_addr);
    if (is_private(other) || begins_with(other, 0x7F000000U, 8)) return true;
    const std::vector<Interface> all = interfaces();
    return std::any_of(all.begin(), all.end(), [&](const Interface& one) {
        return one.mask != 0 && !one.between_two && ((other ^ one.address) & one.mask) == 0;
    });
}

bool TimedConnection::wait(bool to_write) const {
    pollfd one{static_cast<int>(socket_), static_cast<short>(to_write ? POLLOUT : POLLIN), 0};
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until_ - Clock::now()).count();
        if (left <= 0) return false;
        const int ready = poll(&one, 1, static_cast<int>(left));
        if (ready < 0 && errno == EINTR) continue;
        return ready > 0;
    }
}

bool TimedConnection::can_read() const {
    return begin_ < end_ || wait(false);
}

bool TimedConnection::can_write() const {
    return wait(true);
}

long TimedConnection::fill() {
    if (bytes_left_ == 0 || !wait(false)) return -1;
    const auto count = recv(static_cast<int>(socket_), waiting_.data(), std::min(waiting_.size(), bytes_left_), 0);
    begin_ = 0;
    end_ = static_cast<std::size_t>(std::max<long>(0, count));
    bytes_left_ -= end_;
    return static_cast<long>(count);
}

long TimedConnection::read(char* to, std::size_t size) {
    if (begin_ == end_)
        if (const long count = fill(); count <= 0) return count;
    const std::size_t count = std::min(size, end_ - begin_);
    std::copy_n(waiting_.data() + begin_, count, to);
    begin_ += count;
    return static_cast<long>(count);
}

long TimedConnection::write(const char* from, std::size_t size) {
    if (!can_write()) return -1;
    return static_cast<long>(send(static_cast<int>(socket_), from, size, MSG_NOSIGNAL | MSG_DONTWAIT));
}

namespace {

std::string address_of(const sockaddr_in& from, int& port) {
    if (from.sin_family != AF_INET) return {};
    port = ntohs(from.sin_port);
    return words_of(ntohl(from.sin_addr.s_addr));
}

}  // namespace

std::string TimedConnection::other_address(int& port) const {
    sockaddr_in from{};
    socklen_t size = sizeof from;
    if (getpeername(static_cast<int>(socket_), reinterpret_cast<sockaddr*>(&from), &size) != 0) return {};
    return address_of(from, port);
}

std::string TimedConnection::own_address(int& port) const {
    sockaddr_in from{};
    socklen_t size = sizeof from;
    if (getsockname(static_cast<int>(socket_), reinterpret_cast<sockaddr*>(&from), &size) != 0) return {};
    return address_of(from, port);
}

void TimedConnection::cut() {
    shutdown(static_cast<int>(socket_), SHUT_RDWR);
}

/// What the other side still sends is read for a moment: closing over it would take the answer away from it.
void TimedConnection::close() {
    const int socket = static_cast<int>(socket_);
    shutdown(socket, SHUT_WR);
    char rest[4096];
    const auto until = std::min(until_, Clock::now() + std::chrono::milliseconds(100));
    for (int i = 0; i < 64; ++i) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
        pollfd one{socket, POLLIN, 0};
        if (left <= 0 || poll(&one, 1, static_cast<int>(left)) <= 0 || recv(socket, rest, sizeof rest, 0) <= 0) break;
    }
    shutdown(socket, SHUT_RDWR);
    ::close(socket);
}

void allow_same_port(SocketNumber socket) {
    const int yes = 1;
    setsockopt(static_cast<int>(socket), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

void lengthen_queue(SocketNumber socket, int connections) {
    listen(static_cast<int>(socket), connections);
}

}  // namespace algemeente::viewer

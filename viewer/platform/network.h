// The machine in its network: what its addresses are, who is near, and how a connection is read without waiting for
// ever. Only its source knows how systems differ.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace algemeente::viewer {

/// Addresses (IPv4) under which other devices may reach this machine, the likeliest first: private ones before others,
/// and networks of virtual machines last. Empty without a network.
std::vector<std::string> own_addresses();

/// The other device is on a private network or on one that this machine is on: it is not somewhere on the internet.
bool is_near(const std::string& address);

/// A socket as the system numbers it.
using SocketNumber = std::uintptr_t;

/// A connection that ends at a moment, however slowly the other side talks, and after so many bytes were read.
class TimedConnection {
public:
    using Clock = std::chrono::steady_clock;

    TimedConnection(SocketNumber socket, std::size_t most_bytes) : socket_(socket), bytes_left_(most_bytes) {}

    void end_at(Clock::time_point moment) { until_ = moment; }

    bool can_read() const;
    bool can_write() const;
    /// Bytes read, 0 at the end, below 0 when time or bytes are over.
    long read(char* to, std::size_t size);
    long write(const char* from, std::size_t size);
    std::string other_address(int& port) const;
    std::string own_address(int& port) const;
    /// From another thread: whoever reads or writes is told that it has ended.
    void cut();
    /// Ends both directions and lets go of the socket.
    void close();

private:
    bool wait(bool to_write) const;
    long fill();

    SocketNumber socket_;
    Clock::time_point until_{};
    std::size_t bytes_left_;
    std::array<char, 4096> waiting_{};  ///< read and not yet asked for: whoever reads asks for a byte at a time
    std::size_t begin_ = 0, end_ = 0;
};

/// A port that was in use a moment ago may be used again.
void allow_same_port(SocketNumber socket);
/// A whole class may knock at once.
void lengthen_queue(SocketNumber socket, int connections);

}  // namespace algemeente::viewer

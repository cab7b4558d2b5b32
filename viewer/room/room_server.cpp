// The only source that knows cpp-httplib. A connection is one request: it has a moment to be made and a largest size,
// and what it asks is for the room to answer (room.h).
#include "viewer/room/room_server.h"

#include "text/error.h"
#include "viewer/platform/network.h"
#include "viewer/room/qr_code.h"
#include "viewer/room/room.h"

#include <httplib.h>

#include <algorithm>
#include <mutex>
#include <thread>

namespace algemeente::viewer {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t threads = 24;  ///< they mostly wait for slow phones
constexpr int most_waiting = 256;
constexpr std::size_t most_bytes = 8192 + largest_request;  ///< of a request with its headers
constexpr auto patience = 3000ms;
/// An address with so many connections at once is a network of many phones, or somebody who keeps them open: then each
/// has less time, and the threads stay free for others.
constexpr int many_connections = 8;
constexpr auto short_patience = 1000ms;

/// cpp-httplib reads from this.
class TimedStream : public httplib::Stream {
public:
    TimedStream(socket_t socket, TimedConnection& connection) : socket_(socket), connection_(connection) {}

    bool is_readable() const override { return connection_.can_read(); }
    bool is_writable() const override { return connection_.can_write(); }
    ssize_t read(char* to, std::size_t size) override { return connection_.read(to, size); }
    ssize_t write(const char* from, std::size_t size) override { return connection_.write(from, size); }
    void get_remote_ip_and_port(std::string& ip, int& port) const override { ip = connection_.other_address(port); }
    void get_local_ip_and_port(std::string& ip, int& port) const override { ip = connection_.own_address(port); }
    socket_t socket() const override { return socket_; }

private:
    socket_t socket_;
    TimedConnection& connection_;
};

/// Those that are being served.
class Connections {
public:
    /// How many this address has now; 0: nothing is served any more.
    int begin(TimedConnection& connection, const std::string& address) {
        const std::lock_guard lock(mutex_);
        if (closed_) return 0;
        open_.push_back({&connection, address});
        return static_cast<int>(
            std::count_if(open_.begin(), open_.end(), [&](const One& one) { return one.address == address; }));
    }
    void end(const TimedConnection& connection) {
        const std::lock_guard lock(mutex_);
        std::erase_if(open_, [&](const One& one) { return one.connection == &connection; });
    }
    /// Nobody keeps the window from closing.
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        for (const One& one : open_) one.connection->cut();
    }

private:
    struct One {
        TimedConnection* connection;
        std::string address;
    };
    std::mutex mutex_;
    std::vector<One> open_;
    bool closed_ = false;
};

class Server : public httplib::Server {
public:
    explicit Server(Room& room) : room_(room) {
        new_task_queue = [] { return new httplib::ThreadPool(threads); };
        set_payload_max_length(largest_request);
        set_socket_options([](socket_t socket) { allow_same_port(static_cast<SocketNumber>(socket)); });
        set_address_family(AF_INET);
        set_default_headers({{"Cache-Control", "no-store"},
                             {"X-Content-Type-Options", "nosniff"},
                             {"X-Frame-Options", "DENY"},
                             {"Referrer-Policy", "no-referrer"},
                             {"Cross-Origin-Resource-Policy", "same-origin"},
                             {"Cross-Origin-Opener-Policy", "same-origin"}});
        set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
            return before_its_body(request, response);
        });
        Post(R"(/[^/]{1,40}/[a-z]{1,10})",
             [this](const httplib::Request& request, httplib::Response& response) { answer(request, response); });
        set_error_handler([](const httplib::Request&, httplib::Response& response) {
            if (response.status == 404 || response.body.empty()) make_nothing(response);
        });
        set_exception_handler([](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) {
            make_nothing(response);
        });
    }

    /// The page may do what its own script does, and nothing else.
    void allow_script(const std::string& nonce) {
        policy_ = "default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'nonce-" + nonce +
                  "'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    void end() {
        connections_.close();
        stop();
    }

    /// The port that it listens on; none if that cannot be had.
    std::optional<int> open(int port) {
        const char* const everywhere = "0.0.0.0";
        if (port != 0 && !bind_to_port(everywhere, port)) return std::nullopt;
        const int found = port != 0 ? port : bind_to_any_port(everywhere);
        if (found <= 0) return std::nullopt;
        lengthen_queue(static_cast<SocketNumber>(svr_sock_.load()), most_waiting);
        return found;
    }

private:
    bool process_and_close_socket(socket_t socket) override {
        TimedConnection connection(static_cast<SocketNumber>(socket), most_bytes);
        int port = 0;
        const std::string address = connection.other_address(port);
        const int open = is_near(address) ? connections_.begin(connection, address) : 0;
        connection.end_at(TimedConnection::Clock::now() + (open > many_connections ? short_patience : patience));
        TimedStream stream(socket, connection);
        bool closed = false;
        const bool done = open > 0 && process_request(stream, true, closed, nullptr);
        connections_.end(connection);
        connection.close();
        return done;
    }

    static void make_nothing(httplib::Response& response) {
        response.status = 404;
        response.headers.clear();
        response.body.clear();
    }

    /// Everything but a request to send something is answered before anything more is read.
    HandlerResponse before_its_body(const httplib::Request& request, httplib::Response& response) {
        const bool sends = request.method == "POST" && request.path.size() < 60 &&
                           request.get_header_value("Content-Type") == "application/json" &&
                           !request.has_header("Content-Encoding") && !request.has_header("Transfer-Encoding") &&
                           request.has_header("Content-Length") &&
                           request.get_header_value_count("Content-Length") == 1;
        if (sends) return HandlerResponse::Unhandled;
        if (request.method == "GET") {
            answer(request, response);
        } else {
            make_nothing(response);
        }
        return HandlerResponse::Handled;
    }

    void answer(const httplib::Request& request, httplib::Response& response) {
        const std::string type = request.get_header_value("Content-Type");
        const std::string token = request.get_header_value("X-Phone");
        const RoomReply reply = room_.answer({.method = request.method,
                                              .path = request.path,
                                              .type = type,
                                              .body = request.body,
                                              .token = token,
                                              .address = request.remote_addr,
                                              .now = RoomClock::now()});
        response.status = reply.status;
        if (reply.status == 404 || request.has_header("Range")) {  // parts of the page are for nobody
            make_nothing(response);
            return;
        }
        response.set_header("Content-Security-Policy", policy_);
        if (reply.status != 200) {
            response.set_content(reply.body, reply.type);
            return;
        }
        // given out by a function it is not compressed, which would take longer than sending it
        response.set_content_provider(
            reply.body.size(), reply.type,
            [body = reply.body](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                return sink.write(body.data() + offset, length);
            });
    }

    Room& room_;
    std::string policy_;
    Connections connections_;
};

class ServedRoom : public PhoneRoom {
public:
    ServedRoom(int port, Language language, std::function<void()> news, const std::string& nonce)
        : room_(random_code(), room_page(language, nonce), std::move(news)), server_(room_) {
        server_.allow_script(nonce);
        const std::optional<int> found = server_.open(port);
        if (!found) throw InputError(filled(text(Word::phones_no_port, language), std::to_string(port)));
        make_addresses(*found);
        listener_ = std::thread([this] { server_.listen_after_bind(); });
        for (int i = 0; i < 5000 && !server_.is_running(); ++i) std::this_thread::sleep_for(1ms);
    }
    ~ServedRoom() override {
        server_.end();
        listener_.join();
    }
    ServedRoom(const ServedRoom&) = delete;
    ServedRoom& operator=(const ServedRoom&) = delete;

    std::string code() const override { return room_.code(); }
    std::vector<PhoneAddress> addresses() const override { return addresses_; }
    bool on_a_network() const override { return network_; }
    void ask(const PhoneQuestion& question) override { room_.ask(question); }
    void reveal(const PhoneResult& result) override { room_.reveal(result); }
    void wait() override { room_.wait(); }
    std::uint64_t version() override { return room_.version(RoomClock::now()); }
    PhoneReplies replies() const override { return room_.replies(RoomClock::now()); }

private:
    void make_addresses(int port) {
        std::vector<std::string> found = own_addresses();
        network_ = !found.empty();
        if (!network_) found = {"127.0.0.1"};
        constexpr std::size_t most_shown = 4;
        if (found.size() > most_shown) found.resize(most_shown);
        for (const std::string& address : found) {
            const std::string link = "http://" + address + ":" + std::to_string(port) + "/" + room_.code() + "/";
            addresses_.push_back({link, qr_of(link)});
        }
    }

    Room room_;
    Server server_;
    std::vector<PhoneAddress> addresses_;
    bool network_ = true;
    std::thread listener_;
};

}  // namespace

std::unique_ptr<PhoneRoom> open_served_room(int port, Language language, std::function<void()> news) {
    constexpr std::string_view letters = "0123456789abcdef";
    return std::make_unique<ServedRoom>(port, language, std::move(news), random_letters(letters, 32));
}

}  // namespace algemeente::viewer

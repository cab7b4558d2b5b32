#include "mpi/rank_workforce.h"

#include <boost/serialization/string.hpp>
#include <boost/serialization/vector.hpp>

#include <algorithm>
#include <iterator>
#include <thread>

namespace boost::serialization {

template <typename Archive>
void serialize(Archive& archive, algemeente::RunTask& task, unsigned /*version*/) {
    archive& task.run;
    archive& task.point;
    archive& task.scenario;
    archive& task.replicate;
    archive& task.values;
}

template <typename Archive>
void serialize(Archive& archive, algemeente::RunRecord& record, unsigned /*version*/) {
    archive& record.run;
    archive& record.status;
    archive& record.seconds;
    archive& record.fingerprint;
    archive& record.error;
    archive& record.outcomes;
    archive& record.series;
}

}  // namespace boost::serialization

namespace algemeente {

namespace {

using Clock = std::chrono::steady_clock;

enum Tag : int { report_tag, order_tag };

/// Blocking calls of MPI keep a core busy; a look now and then leaves it to the runs.
constexpr std::chrono::microseconds between_looks{500};

/// From a rank to rank 0.
struct Report {
    std::vector<RunRecord> records;
    std::uint64_t wish = 0;  ///< tasks it wants, besides those it has asked for before

    template <typename Archive>
    void serialize(Archive& archive, unsigned /*version*/) {
        archive& records;
        archive& wish;
    }
};

/// From rank 0 to a rank.
struct Order {
    std::vector<RunTask> tasks;
    bool stop = false;  ///< leave the runs that are under way
    bool home = false;  ///< there is nothing more to do

    template <typename Archive>
    void serialize(Archive& archive, unsigned /*version*/) {
        archive& tasks;
        archive& stop;
        archive& home;
    }
};

}  // namespace

RankWorkforce::RankWorkforce(boost::mpi::communicator world, const std::atomic<bool>& cancel)
    : world_(std::move(world)), cancel_(cancel) {}

RankWorkforce::~RankWorkforce() {
    for (int rank = 1; rank < world_.size(); ++rank) world_.send(rank, order_tag, Order{.tasks = {}, .home = true});
}

std::size_t RankWorkforce::room() {
    std::size_t room = 0;
    for (const auto& [rank, wish] : wishes_) room += wish;
    return room;
}

void RankWorkforce::give(std::vector<RunTask> tasks) {
    in_flight_ += tasks.size();
    auto next = tasks.begin();
    for (auto& [rank, wish] : wishes_) {
        const auto share = std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(wish), tasks.end() - next);
        if (share == 0) continue;
        Order order;
        std::move(next, next + share, std::back_inserter(order.tasks));
        next += share;
        wish -= static_cast<std::size_t>(share);
        world_.send(rank, order_tag, order);
    }
}

std::vector<RunRecord> RankWorkforce::collect(std::chrono::milliseconds patience) {
    if (cancel_.load(std::memory_order_relaxed) && !told_to_stop_) {
        for (int rank = 1; rank < world_.size(); ++rank) world_.send(rank, order_tag, Order{.tasks = {}, .stop = true});
        told_to_stop_ = true;
    }
    std::vector<RunRecord> records;
    const Clock::time_point end = Clock::now() + patience;
    do {
        while (const auto message = world_.iprobe(boost::mpi::any_source, report_tag)) {
            Report report;
            world_.recv(message->source(), report_tag, report);
            wishes_[message->source()] += report.wish;
            in_flight_ -= report.records.size();
            std::move(report.records.begin(), report.records.end(), std::back_inserter(records));
        }
        if (!records.empty() || room() > 0) break;
        std::this_thread::sleep_for(between_looks);
    } while (Clock::now() < end);
    return records;
}

void serve_rank_zero(const boost::mpi::communicator& world, ThreadWorkforce& threads, std::atomic<bool>& cancel) {
    std::size_t asked = 0;  // and not yet given
    while (true) {
        while (world.iprobe(0, order_tag)) {
            Order order;
            world.recv(0, order_tag, order);
            if (order.home) return;
            if (order.stop) cancel = true;
            asked -= order.tasks.size();
            threads.give(std::move(order.tasks));
        }
        Report report;
        const std::size_t room = threads.room();
        if (room > asked) report.wish = room - asked;
        report.records = threads.collect(std::chrono::milliseconds(1));
        if (report.wish == 0 && report.records.empty()) continue;
        asked += report.wish;
        world.send(0, report_tag, report);
    }
}

}  // namespace algemeente

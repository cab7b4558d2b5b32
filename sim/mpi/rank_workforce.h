// Ranks of an MPI job as a workforce: they ask for tasks and hand in records; nobody but rank 0 sees the store.
#pragma once

#include "experiments/workforce.h"

#include <boost/mpi/communicator.hpp>

#include <map>

namespace algemeente {

/// Rank 0's view of the others. Its end sends them home.
class RankWorkforce : public Workforce {
public:
    RankWorkforce(boost::mpi::communicator world, const std::atomic<bool>& cancel);
    ~RankWorkforce() override;

    std::size_t room() override;
    void give(std::vector<RunTask> tasks) override;
    std::vector<RunRecord> collect(std::chrono::milliseconds patience) override;
    std::size_t in_flight() override { return in_flight_; }

private:
    boost::mpi::communicator world_;
    const std::atomic<bool>& cancel_;
    std::map<int, std::size_t> wishes_;  ///< per rank: tasks it asked for and has not got
    std::size_t in_flight_ = 0;
    bool told_to_stop_ = false;
};

/// The life of any other rank: asks rank 0 for tasks, has `threads` do them, hands in what has ended.
void serve_rank_zero(const boost::mpi::communicator& world, ThreadWorkforce& threads, std::atomic<bool>& cancel);

}  // namespace algemeente

// How likely the values of an input are within its range, and how inputs go together: shapes of priors and a Gaussian
// copula.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace algemeente {

enum class ShapeKind : std::uint8_t { uniform, normal, log_normal, triangular, beta };

/// A distribution, truncated to the range of its input. What the numbers mean hangs on the kind:
///   normal      mean and standard deviation
///   log_normal  median and the factor that one standard deviation is (above 1)
///   triangular  mode
///   beta        alpha and beta, over the range
struct Shape {
    ShapeKind kind = ShapeKind::uniform;
    std::array<double, 2> numbers{};

    bool operator==(const Shape&) const = default;
};

/// What a kind is called in experiment files, and the keys of its numbers there.
struct ShapeInfo {
    ShapeKind kind = ShapeKind::uniform;
    std::string_view word;
    std::span<const std::string_view> keys;
};
/// In the order of ShapeKind.
std::span<const ShapeInfo> shape_table();

/// The value below which `share` (0..1) of the distribution lies, within low..high: `low` at 0, `high` at 1.
double quantile_of(const Shape& shape, double low, double high, double share);

/// Share of the distribution, before it is truncated, that lies in the range; 0 where nothing can be drawn.
double mass_within(const Shape& shape, double low, double high);

/// Two inputs that go together.
struct RankCorrelation {
    std::size_t one = 0;
    std::size_t other = 0;
    double rank = 0;  ///< Spearman's, -1..1

    bool operator==(const RankCorrelation&) const = default;
};

/// Makes independent shares (0..1) of inputs go together, each still evenly spread over 0..1.
class Copula {
public:
    /// Of `inputs` inputs. Spearman's rho of a pair is that of normal numbers with correlation 2 sin(pi rho / 6)
    /// (Pearson 1907; Iman and Conover 1982). Check is_possible() before use.
    Copula(std::size_t inputs, const std::vector<RankCorrelation>& correlations);

    /// False when the correlations contradict each other: A with B, B with C, but A against C.
    bool is_possible() const { return is_possible_; }

    void apply(std::span<double> shares) const;

private:
    std::vector<std::size_t> members_;        ///< inputs that go together with any other
    std::vector<std::vector<double>> lower_;  ///< Cholesky factor of their correlations
    bool is_possible_ = true;
};

}  // namespace algemeente

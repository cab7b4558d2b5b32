// Everybody in one run, month by month: what citizens and employees feel, and whose example they see.
#pragma once

#include "world/world.h"

#include <array>
#include <vector>

namespace algemeente::viewer {

/// What is known of a person; the first two of citizens, the others of employees.
enum class Quality : std::uint8_t { trust, concern, willingness, usefulness, skill };
inline constexpr std::size_t quality_count = 5;

constexpr bool is_of_employees(Quality quality) {
    return quality >= Quality::willingness;
}

/// One person of a municipality: citizens and employees are numbered from 0, employees by domain and department.
struct Person {
    bool employee = false;
    std::uint32_t number = 0;

    bool operator==(const Person&) const = default;
};

class People {
public:
    /// Notes who there is and who knows whom; neither changes during a run. Makes room for `months`.
    void begin(const World& world, int months);
    /// Adds the month that has just passed.
    void note(const World& world);

    int months() const { return months_; }
    std::uint32_t citizens(std::size_t municipality) const { return homes_[municipality].citizens.count; }
    std::uint32_t employees(std::size_t municipality) const;
    /// Employees of one department as numbers of persons.
    PeopleRange department(std::size_t municipality, Domain domain, int department) const;
    Domain domain_of(std::size_t municipality, Person person) const;
    int department_of(std::size_t municipality, Person person) const;

    /// 0 to 1, to about one part in 65,000.
    double value(Quality quality, int month, std::size_t municipality, std::uint32_t number) const;
    /// Of all citizens, or of all employees, of a municipality.
    std::vector<double> values(Quality quality, int month, std::size_t municipality) const;
    /// Whose example this person sees: four acquaintances, or four colleagues (one of them may count twice).
    std::vector<std::uint32_t> peers(std::size_t municipality, Person person) const;
    std::size_t bytes() const;

private:
    struct Home {
        PeopleRange citizens;
        std::array<std::array<PeopleRange, departments_per_domain>, domain_count> departments;
    };
    PeopleRange office_of(const Home& home, Domain domain) const;
    std::uint32_t place_of(std::size_t municipality, bool employee, std::uint32_t number) const;

    std::vector<Home> homes_;
    std::vector<Citizens::RewiredTie> rewired_;
    std::vector<std::uint32_t> first_rewired_;
    std::vector<std::uint32_t> colleague_in_department_, colleague_in_domain_;
    std::size_t citizen_places_ = 0;
    std::size_t employee_places_ = 0;
    int months_ = 0;
    std::array<std::vector<std::uint16_t>, quality_count> values_;  ///< [month][place]
};

}  // namespace algemeente::viewer

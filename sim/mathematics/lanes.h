// Elementary functions of many numbers at once: the same bits as one by one (elementary.h), as vector code.
//
// Written without branches, since lanes cannot take different ways. tests/mathematics/lanes_test.cpp compares the bits.
#pragma once

#include <span>

namespace algemeente {

/// Replaces each number by e^number.
void exponentials(std::span<double> numbers);

/// Replaces each number, positive and normal, by its natural logarithm.
void logarithms(std::span<double> numbers);

/// Replaces each number by 1 / (1 + e^-number).
void logistics(std::span<double> numbers);

}  // namespace algemeente

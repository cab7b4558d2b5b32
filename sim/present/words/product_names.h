// What a product of a supplier is called.
#pragma once

#include "netherlands/products.h"
#include "present/words/language.h"

#include <string>

namespace algemeente::present {

/// From scenarios/data/supply.csv; one that only a scenario knows has its own name in both languages.
const std::string& product_name(const Product& product, Language language);

}  // namespace algemeente::present

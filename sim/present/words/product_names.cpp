#include "present/words/product_names.h"

namespace algemeente::present {

const std::string& product_name(const Product& product, Language language) {
    return language == Language::nl ? product.dutch : product.english;
}

}  // namespace algemeente::present

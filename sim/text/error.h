// What goes wrong outside our own code, said so that a person can mend it.
#pragma once

#include <stdexcept>
#include <string>

namespace algemeente {

/// Bad input or usage: scenario files, data files, options. The command line turns it into exit code 2.
///
/// The text reads "place: key: problem; suggestion", for example
/// `strict.toml:7: parameters.alderman_risk_aversoin: unknown parameter; did you mean 'alderman_risk_aversion'?`
class InputError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace algemeente

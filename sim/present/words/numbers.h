// How numbers are written, in the window, the report, the hand-out and the terminal alike.
#pragma once

#include "observe/history.h"
#include "present/words/language.h"

#include <string>

namespace algemeente::present {

struct NumberForm {
    bool percent = false;
    bool sign = false;   ///< "+" before what is above 0
    int decimals = -1;   ///< exactly so many; below 0: as many as a number of that size needs
    int digits = 0;      ///< that count, at most, where more help than the two or so of a reading text
    bool brief = false;  ///< "<0.01" in place of "less than 0.01": beside a line of a chart
};

/// Not nothing, but less than 0.01: a reading text says so and gives no digits.
bool is_too_small_to_tell(double number);

/// "12.345", "8,4", "61 %" (with a no-break space) in Dutch; "12,345", "8.4", "61%" in English; a true minus sign; an
/// en dash for a number that does not exist. Without `decimals` or `digits` nobody is given more than hundredths: "less
/// than 0.01"; "almost 0" where the number has a sign. Files have all digits.
std::string number_words(double number, Language language, NumberForm form = {});

/// Whole things counted: 12 of 64.
std::string count_words(std::size_t count, Language language);

/// "a second", "40 seconds", "12 minutes", "3.5 hours", "2 days": two digits or so, to plan by.
std::string duration_words(double seconds, Language language);

/// "800 kB", "12 MB", "1.2 GB".
std::string size_words(double bytes, Language language);

/// Shares and levels of adoption read best as percentages, everything else as it is.
NumberForm form_of(const OutcomeInfo& outcome);

/// A difference of an outcome with its sign: "+12", or for shares "+3.1 percentage points", because per cent of a
/// percentage would confuse.
std::string difference_words(double difference, const OutcomeInfo& outcome, Language language);
/// The number alone, where the unit has been said.
std::string difference_number(double difference, const OutcomeInfo& outcome, Language language);

}  // namespace algemeente::present

// What fuzzing of the readers of sessions and of phones has kept: read or refused in words, in less than a second.
#include "fuzz/corpus.h"

namespace algemeente::fuzz {

TEST(FuzzCorpus, of_the_window_is_answered) {
    for (const auto targets : {viewer_targets(), phone_targets()})
        for (const Target& target : targets) expect_corpus_is_answered(target);
}

}  // namespace algemeente::fuzz

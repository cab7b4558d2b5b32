// What fuzzing has kept: each input is read or refused in words, in less than a second, and nothing else happens.
#include "fuzz/corpus.h"

namespace algemeente::fuzz {

TEST(FuzzCorpus, of_the_model_is_answered) {
    for (const auto targets : {input_targets(), experiment_targets(), saved_worlds_targets(), calibration_targets(),
                               story_targets(), search_targets()})
        for (const Target& target : targets) expect_corpus_is_answered(target);
}

}  // namespace algemeente::fuzz

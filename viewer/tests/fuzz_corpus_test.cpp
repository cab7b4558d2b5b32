// What fuzzing of the session's reader has kept: read or refused in words, in less than a second.
#include "fuzz/corpus.h"

namespace algemeente::fuzz {

TEST(FuzzCorpus, of_the_window_is_answered) {
    for (const Target& target : viewer_targets()) expect_corpus_is_answered(target);
}

}  // namespace algemeente::fuzz

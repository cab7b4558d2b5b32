// One loop, two machine codes: for any x86-64, and for processors with AVX2, chosen when the program starts.
//
// Both give the same bits: lanes are logical (their number does not depend on the hardware) and multiply-add is
// never fused (-ffp-contract=off); scripts/check_bits compares them. Elsewhere, and under sanitizers, which
// cannot start such programs, one code is made.
#pragma once

#if !defined(ALGEMEENTE_ONE_MACHINE_CODE) && defined(__x86_64__) && !defined(__EMSCRIPTEN__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define ALGEMEENTE_VECTOR_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define ALGEMEENTE_VECTOR_CLONES
#endif

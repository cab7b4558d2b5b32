// People as distributions, and one person's life as a line and in words.
#pragma once

#include "viewer/ensemble/people.h"
#include "viewer/plot/fan_chart.h"
#include "viewer/present.h"

namespace algemeente::viewer {

/// How many of `values` lie in each of `bins` equal parts of 0..1.
std::vector<int> histogram_of(const std::vector<double>& values, int bins);
int bin_of(double value, int bins);
/// The person after `current` in that bin, going round; -1 if nobody is in it.
int next_in_bin(const std::vector<double>& values, int bins, int bin, int current);

struct Histogram {
    std::string title{};
    std::vector<int> counts;
    double mean = 0;
    double chosen = -1;  ///< value of the chosen person; below 0: nobody
    Ink ink = Ink::neutral;
};
/// The part of `area` in which bars stand, for pointing at them.
Rect bars_of(Rect area, const ChartStyle& style);
void draw_histogram(Scene& scene, Rect area, const Histogram& histogram, const ChartStyle& style);

/// One dot for everybody of a department.
struct DotStrip {
    std::string label{};
    std::vector<double> values;
    Range range{0, 1};
    int chosen = -1;
    Ink ink = Ink::social;
};
Rect dots_of(Rect area, const ChartStyle& style);
void draw_dots(Scene& scene, Rect area, const DotStrip& strip, const ChartStyle& style);
/// The dot nearest to a pixel column; -1 if there is none.
int dot_at(Rect area, const DotStrip& strip, const ChartStyle& style, float x);

/// One person through the months, with those whose example it sees, and the middle of everybody.
struct LifeChart {
    std::string title{};
    std::vector<double> own;
    std::vector<std::vector<double>> peers{};
    std::vector<double> middle{};
    int cursor = 0;
    Ink ink = Ink::text;
};
PlotArea draw_life(Scene& scene, Rect area, const LifeChart& chart, const ChartStyle& style);

LifeChart life_of(const People& people, std::size_t municipality, Person person, Quality quality);

/// Sentences about one person until `month`; every number comes from the run.
std::vector<std::string> life_sentences(const People& people, std::size_t municipality, Person person, int month,
                                        Language language);

}  // namespace algemeente::viewer

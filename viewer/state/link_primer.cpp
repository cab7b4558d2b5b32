#include "viewer/state/link_primer.h"

namespace algemeente::viewer {

const std::string_view link_primer = R"(#: preset ai_act_as_amended
@ ai_act_as_amended 
#: preset ai_act_as_enacted
@ ai_act_as_enacted 
#: preset algorithm_register
@ algorithm_register 
#: preset all_three_recommendations
@ all_three_recommendations 
#: preset baseline
@ baseline 
#: preset budget_cuts
@ budget_cuts 
#: preset calendar
@ calendar 
#: preset change_capacity
@ change_capacity 
#: preset common_ground
@ common_ground 
#: preset duty_in_2018
@ duty_in_2018 
#: preset election_swing
@ election_swing 
#: preset enabling_privacy_reading
@ enabling_privacy_reading 
#: preset ethics_committee
@ ethics_committee 
#: preset group_level_social_analytics
@ group_level_social_analytics 
#: preset national_scandal
@ national_scandal 
#: preset national_service
@ national_service 
#: preset no_scandal
@ no_scandal 
#: preset prediction_first
@ prediction_first 
#: preset scorecard_never_struck
@ scorecard_never_struck 
#: preset sensors_and_open_data
@ sensors_and_open_data 
#: preset shared_data_science_pool
@ shared_data_science_pool 
#: preset standards_first
@ standards_first 
#: preset step_by_step
@ step_by_step 
#: preset strict_privacy_reading
@ strict_privacy_reading 
#: preset surveillance_scandal
@ surveillance_scandal 
#: preset synthetic
@ synthetic 
#: preset with_suppliers
@ with_suppliers 
#: parts factors standing
#: lower difference
#: lower gap
#: lower event law 2018-05
#: front A
#: view map 2024-06 starts - GM0363 GM0518
#: view why 2022-12 in_use GM0344
#: note 2026-06 
+|title = "
+|question = "
+|story = "
+|evidence = "E60, E61"
+[world]|months = 180
+[world]|municipalities = "all"
+[world]|population = "real"
+[world]|supply = true
+[parameters]|support_base = 0.5
+[[shock]]|frame = "risk"|from = "2024-01"|months = 4|stories_per_month = 14
+[[shock]]|frame = "surveillance"|from = "2021-01"|months = 3|stories_per_month = 8
+[[product]]|name = "|use_case = "|route = "market"|supplier = "|launch = "2021-01"|level = 2|push = 1.5
+[[change]]|lever = "standards_programme"|value = 0.25|from = "2021-01"
+[[change]]|lever = "common_ground_programme"|value = 1|from = "2021-01"
+[[change]]|lever = "change_capacity_multiplier"|value = 0.5|from = "2021-01"
+[[change]]|lever = "capacity_cut_share"|value = 2|from = "2021-01"
+[[change]]|lever = "data_science_pool"|value = 0.03|from = "2021-01"
+[[change]]|lever = "ethics_committee"|value = 0.25|from = "2021-01"
+[[change]]|lever = "algorithm_register"|value = 1|from = "2021-01"
+[[change]]|lever = "privacy_strictness_shift"|value = 0.5|from = "2021-01"
+[[change]]|lever = "privacy_strictness_scale"|value = 2|from = "2021-01"
+[[change]]|lever = "sensor_cost_multiplier"|value = 0.03|from = "2021-01"
+[[change]]|lever = "sensor_collectability_shift"|value = 0.25|from = "2021-01"
+[[change]]|lever = "sensor_quality"|value = 1|from = "2021-01"
+[[change]]|lever = "open_data_quality_growth"|value = 0.5|from = "2021-01"
+[[change]]|lever = "open_data_sharing_growth"|value = 2|from = "2021-01"
+[[change]]|lever = "human_in_the_loop"|value = 0.03|from = "2021-01"
+[[change]]|lever = "prediction_ambition"|value = 0.25|from = "2021-01"
+[[change]]|lever = "tender_threshold_eur"|value = 1|from = "2021-01"
+[[change]]|lever = "ethics_committee"|value = 1|from = "2021-01"|until = "2024-01"|rollout = 36|share = 0.8|initial_share = 0.1
+[parameters]|support_base = 0.25
+[parameters]|alderman_risk_aversion = 0.25
+[parameters]|public_service_drive = 0.25
link 0.1.0 1a2b3c4d en
link 0.1.0 1a2b3c4d nl
#: session 1 seed 1 replicates 200 municipalities 0
#: front B
#: view compare 2026-06 in_use GM0363 
#: parts factors standing
#: lower difference
#: slot 2021-01 baseline
@ baseline 
=12
#: slot 2021-01 national_scandal
@ national_scandal 
=14
-1
=2
+[[change]]|lever = "standards_programme"|value = 0.02|from = "2021-01"
)";

}  // namespace algemeente::viewer

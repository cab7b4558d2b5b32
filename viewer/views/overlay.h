// A window over the others.
#pragma once

#include "viewer/views/view.h"

namespace algemeente::viewer {

template <typename Draw>
void overlay(const ViewContext& context, const char* name, ImVec2 at, ImVec2 size, const Draw& draw,
             bool takes_focus = true) {
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {context.ui.em, context.ui.em * 0.8F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, context.ui.em * 0.4F);
    if (takes_focus) ImGui::SetNextWindowFocus();
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    draw();
    ImGui::End();
    ImGui::PopStyleVar(3);
}

}  // namespace algemeente::viewer

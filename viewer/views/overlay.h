// A window over the others.
#pragma once

#include "viewer/views/view.h"

namespace algemeente::viewer {

/// Darkens everything but the window at hand.
void dim_behind(const Ui& ui);

/// `dims`: it wants to be read before the rest; else it stands beside what is being done and takes no focus from it.
template <typename Draw>
void overlay(const ViewContext& context, const char* name, ImVec2 at, ImVec2 size, const Draw& draw, bool dims = true) {
    if (context.ui.widgets != nullptr) {
        if (dims) context.ui.widgets->begin_layer();
        context.ui.widgets->note_dialog({at.x, at.y, size.x, size.y});
    }
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {context.ui.step(8), context.ui.step(6)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, context.ui.em * 0.4F);
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     (dims ? 0 : ImGuiWindowFlags_NoFocusOnAppearing));
    if (dims) dim_behind(context.ui);
    if (context.ui.widgets != nullptr) context.ui.widgets->set_floating(!dims);
    draw();
    if (context.ui.widgets != nullptr) context.ui.widgets->set_floating(false);
    ImGui::End();
    ImGui::PopStyleVar(3);
}

/// Enter does the main thing of a dialog, whose widgets have keys that begin with `own`: unless the ring is on one of
/// them, which it then presses.
inline bool entered(const ViewContext& context, std::string_view own) {
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), false); };
    return (pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeyPadEnter)) && !context.ui.focus.key.starts_with(own);
}

void draw_evidence(const ViewContext& context, CommandSink& sink, float width, float height);
void draw_variable(const ViewContext& context, CommandSink& sink, float width, float height);

/// Small buttons "E01" for each claim in `ids`, breaking into lines; `where` makes their keys different.
void claim_links(const ViewContext& context, CommandSink& sink, const std::string& where, const std::string& ids);

}  // namespace algemeente::viewer

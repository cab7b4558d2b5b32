// Files: the menu, the panel to open and save with, and the questions before work would be lost.
#include "viewer/state/session_file.h"
#include "viewer/views/overlay.h"

#include <imgui_internal.h>

#include <algorithm>

namespace algemeente::viewer {

namespace {

namespace fs = std::filesystem;

void menu_item(const ViewContext& context, CommandSink& sink, Action action) {
    const ActionInfo& info = info_of(action);
    if (ImGui::MenuItem(context.word(info.word), key_words(info, context.language()).c_str())) sink.send(action);
    note_item(context.ui, "file." + std::string(info.id));
}

void draw_recent_files(const ViewContext& context, CommandSink& sink) {
    if (context.desk == nullptr || context.desk->recent().empty()) return;
    ImGui::Separator();
    ImGui::TextColored(context.ui.colour4(Ink::soft_text), "%s", context.word(Word::recent_files));
    std::size_t position = 0;
    for (const fs::path& file : context.desk->recent()) {
        const std::string key = "file.recent." + std::to_string(position++);
        if (ImGui::MenuItem((file.stem().string() + "###" + key).c_str())) sink.send(OpenSession{file});
        note_item(context.ui, key);
        tip_on_hover(context.ui, file.string());
    }
}

struct Answer {
    const char* key;
    Word word;
    Command command;
    bool first = false;  ///< what Enter does
};

/// A question in the middle of the window.
void ask(const ViewContext& context, CommandSink& sink, float width, float height, Word title, const std::string& words,
         std::initializer_list<Answer> answers) {
    const Ui& ui = context.ui;
    const float w = std::min(ui.em * 30, width * 0.9F);
    const float lines = ImGui::CalcTextSize(in_lines(words, w - ui.step(16)).c_str()).y;
    const float h = std::min(std::max(ui.em * 11, lines + ui.em * 6.5F), height * 0.9F);
    overlay(context, "question", {(width - w) / 2, (height - h) / 2}, {w, h}, [&] {
        heading(ui, context.word(title));
        paragraph(ui, words);
        ImGui::SetCursorPosY(h - ui.em * 2.6F);
        const std::string_view key = answers.begin()->key;
        const bool yes = entered(context, key.substr(0, key.find('.') + 1));
        for (const Answer& answer : answers) {
            if (button(ui, answer.key, context.word(answer.word), answer.first) || (answer.first && yes))
                sink.send(answer.command);
            ImGui::SameLine();
        }
        ImGui::NewLine();
    });
}

SetFilePanel panel_in(const FileWork& work, const fs::path& folder) {
    return {work.task, folder, work.name};
}

void open_entry(CommandSink& sink, const fs::path& file) {
    sink.send(SetFilePanel{FileTask::none, {}, {}});
    if (is_session_file(file)) {
        sink.send(OpenSession{file});
    } else {
        sink.send(OpenFiles{{file}});
    }
}

/// While saving the name is without its ending.
bool is_chosen(const FileWork& work, const FolderEntry& entry) {
    return work.task == FileTask::open ? entry.name == work.name : fs::path(entry.name).stem() == work.name;
}

/// Folders are gone into, files are opened or give their name.
void draw_entries(const ViewContext& context, CommandSink& sink, const FileWork& work) {
    const Ui& ui = context.ui;
    if (context.entries.empty()) paragraph(ui, context.word(Word::folder_empty), nullptr, Ink::soft_text);
    for (const FolderEntry& entry : context.entries) {
        const std::string key = "panel.entry." + entry.name;
        const std::string words =
            fitted((entry.is_folder ? "\u25B6  " : "     ") + entry.name, ImGui::GetContentRegionAvail().x);
        const bool chosen =
            ImGui::Selectable((words + "###" + key).c_str(), !entry.is_folder && is_chosen(work, entry));
        note_item(ui, key);
        if (!chosen) continue;
        const fs::path file = work.folder / entry.name;
        if (entry.is_folder) {
            sink.send(panel_in(work, file));
        } else if (work.task == FileTask::open) {
            open_entry(sink, file);
        } else {
            sink.send(SetFilePanel{work.task, work.folder, file.stem().string()});
        }
    }
}

void draw_place(const ViewContext& context, CommandSink& sink, const FileWork& work) {
    const Ui& ui = context.ui;
    if (button(ui, "panel.up", context.word(Word::folder_up))) sink.send(panel_in(work, work.folder.parent_path()));
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    const float room = ImGui::GetContentRegionAvail().x;
    const ChartStyle style = chart_style(ui);
    // the end of a path tells more than its beginning
    std::string path = work.folder.string();
    while (path.size() > 4 && ImGui::CalcTextSize(path.c_str()).x > room) {
        const std::size_t slash = path.find('/', path.starts_with("\u2026") ? 4 : 1);
        if (slash == std::string::npos) break;
        path = "\u2026" + path.substr(slash);
    }
    ImGui::TextColored(ui.colour4(Ink::soft_text), "%s", shortened(path, style.letter, room * 1.2F).c_str());
    note_item(ui, "panel.folder");
}

/// A name in which something was wrong is mended at its end; without this Dear ImGui would select all of it, and the
/// next letter would take its place.
void go_on_at_end(const FileWork& work) {
    if (work.missing.empty() || !ImGui::IsItemActivated() || ImGui::GetIO().MouseClicked[0]) return;
    ImGuiInputTextState* const state = ImGui::GetInputTextState(ImGui::GetItemID());
    if (state == nullptr) return;
    state->Stb.cursor = state->CurLenW;
    state->ClearSelection();
}

/// What stands below the name: a question, what is wrong with it, or where a typed path leads.
std::string words_below_name(const ViewContext& context, const FileWork& work) {
    if (!work.replace.empty()) return filled(context.word(Word::file_exists), work.replace.filename().string());
    const bool opening = work.task == FileTask::open;
    if (!work.missing.empty())
        return filled(context.word(opening ? Word::open_missing : Word::folder_missing), work.missing.string());
    if (opening) return {};
    if (work.name.find_first_of("/~") == std::string::npos) return {};
    const fs::path file = session_target(work.folder, work.name);
    return file.empty() ? std::string() : filled(context.word(Word::file_goes_to), file.string());
}

/// Arrow keys go through the files, also while a name is typed; Enter opens the one that is chosen, or the only one.
void choose_by_key(const ViewContext& context, CommandSink& sink, const FileWork& work, bool done) {
    std::vector<std::string> files;
    for (const FolderEntry& entry : context.entries)
        if (!entry.is_folder) files.push_back(entry.name);
    if (files.empty() && work.name.empty()) return;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), true); };
    const auto found = std::find(files.begin(), files.end(), work.name);
    const auto at = static_cast<std::size_t>(found - files.begin());
    const bool any = found != files.end();
    if (!files.empty()) {
        const std::size_t last = files.size() - 1;
        if (pressed(ImGuiKey_DownArrow))
            sink.send(SetFilePanel{work.task, work.folder, files[any && at < last ? at + 1 : 0]});
        if (pressed(ImGuiKey_UpArrow))
            sink.send(SetFilePanel{work.task, work.folder, files[any && at > 0 ? at - 1 : last]});
    }
    if (!done) return;
    if (!work.name.empty()) sink.send(OpenTyped{path_to_open(work.folder, work.name)});
    if (work.name.empty() && files.size() == 1) open_entry(sink, work.folder / files.front());
}

/// A name or a path can be typed as well as chosen, and what is wrong with it stands below.
void draw_open_line(const ViewContext& context, CommandSink& sink, const FileWork& work) {
    const Ui& ui = context.ui;
    std::string name = work.name;
    if (work.fresh) {
        focus_field("panel.name");
        sink.send(FileFocusTaken{});
    }
    if (text_field(ui, "panel.name", context.word(Word::open_path), name, ImGui::GetContentRegionAvail().x))
        sink.send(TypeFileName{name});
    go_on_at_end(work);
    const bool typed = was_entered();
    if (!work.missing.empty()) {
        paragraph(ui, words_below_name(context, work), nullptr, Ink::problem);
        note_item(ui, "panel.problem");
    }
    const bool pressed = button(ui, "panel.open", context.word(Word::open_file), !work.name.empty());
    ImGui::SameLine();
    choose_by_key(context, sink, work, typed || pressed || entered(context, "panel."));
}

/// The name, and what is done with it.
void draw_save_line(const ViewContext& context, CommandSink& sink, const FileWork& work) {
    const Ui& ui = context.ui;
    std::string name = work.name;
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(context.word(Word::file_name));
    ImGui::SameLine();
    if (work.fresh) {
        // a question about replacing waits for its button; else the name can be typed at once
        if (work.replace.empty()) {
            focus_field("panel.name");
        } else {
            leave_field("panel.name");
        }
        sink.send(FileFocusTaken{});
    }
    if (text_field(ui, "panel.name", context.word(Word::file_name), name, ImGui::GetContentRegionAvail().x))
        sink.send(TypeFileName{name});
    go_on_at_end(work);
    const bool done = was_entered() || entered(context, "panel.");
    const fs::path file = session_target(work.folder, work.name);
    const bool usable = !file.empty() && work.missing.empty();
    if (const std::string below = words_below_name(context, work); !below.empty()) {
        paragraph(ui, below, nullptr, work.missing.empty() ? Ink::text : Ink::problem);
        note_item(ui, work.missing.empty() ? "panel.target" : "panel.problem");
    }
    if (!work.replace.empty()) {
        if (button(ui, "panel.replace", context.word(Word::file_replace))) sink.send(SaveTo{work.replace, true});
        ImGui::SameLine();
    } else if ((button(ui, "panel.save", context.word(Word::leave_save), usable) && usable) ||
               (done && !file.empty())) {
        sink.send(SaveTo{file, false});  // Enter where the folder is missing: the field keeps the keyboard
    }
    if (work.replace.empty()) ImGui::SameLine();
}

/// Room for what stands below the name, which can take more than one line.
float question_height(const ViewContext& context, const FileWork& work) {
    const std::string words = words_below_name(context, work);
    if (words.empty()) return 0;
    const float width = ImGui::GetContentRegionAvail().x;
    return ImGui::CalcTextSize(words.c_str(), nullptr, false, width).y + context.ui.em;
}

void draw_panel(const ViewContext& context, CommandSink& sink, float width, float height) {
    const Ui& ui = context.ui;
    const FileWork& work = context.view().files;
    const bool saving = work.task == FileTask::save;
    const float w = std::min(ui.em * 38, width * 0.9F);
    const float h = std::min(ui.em * 27, height * 0.85F);
    overlay(context, "files", {(width - w) / 2, (height - h) / 2}, {w, h}, [&] {
        heading(ui, context.word(saving ? Word::save_session_as : Word::open_session));
        draw_place(context, sink, work);
        ImGui::BeginChild("entries", {0, -ui.em * 4.4F - question_height(context, work)});
        draw_entries(context, sink, work);
        ImGui::EndChild();
        if (saving) draw_save_line(context, sink, work);
        if (!saving) draw_open_line(context, sink, work);
        if (button(ui, "panel.cancel", context.word(Word::cancel))) sink.send(SetFilePanel{FileTask::none, {}, {}});
    });
}

}  // namespace

void draw_file_menu(const ViewContext& context, CommandSink& sink) {
    if (button(context.ui, "file", context.word(Word::file_menu))) ImGui::OpenPopup("file menu");
    ImGui::SameLine();
    if (!begin_menu(context.ui, "file", "file menu")) return;
    for (const Action action :
         {Action::new_session, Action::open_session, Action::save_session, Action::save_session_as})
        menu_item(context, sink, action);
    ImGui::Separator();
    for (const Action action : {Action::copy_link, Action::paste_link}) menu_item(context, sink, action);
    ImGui::Separator();
    menu_item(context, sink, Action::stories);
    if (is_offered(context, Action::phones)) menu_item(context, sink, Action::phones);
    if (context.view().story.open())
        for (const Action action : {Action::save_answers, Action::leave_story}) menu_item(context, sink, action);
    draw_recent_files(context, sink);
    ImGui::Separator();
    menu_item(context, sink, Action::quit);
    ImGui::EndPopup();
}

void draw_file_dialogs(const ViewContext& context, CommandSink& sink, float width, float height) {
    const FileWork& work = context.view().files;
    if (work.task != FileTask::none) draw_panel(context, sink, width, height);
    if (work.asked) {
        ask(context, sink, width, height, Word::leave_title,
            filled(context.word(Word::leave_words), context.session_name),
            {{"leave.save", Word::leave_save, AnswerLeaving{LeaveAnswer::save}, true},
             {"leave.discard", Word::leave_discard, AnswerLeaving{LeaveAnswer::discard}},
             {"leave.cancel", Word::cancel, AnswerLeaving{LeaveAnswer::cancel}}});
    } else if (work.found_asked && context.desk != nullptr && context.desk->found()) {
        const LeftOver& left = *context.desk->found();
        const std::string name =
            left.file.empty() ? context.word(Word::unnamed_session) : left.file.filename().string();
        ask(context, sink, width, height, Word::found_title,
            filled(context.word(Word::found_words), name, left.changed) + " " + context.word(Word::found_stays),
            {{"found.restore", Word::found_restore, AnswerFound{FoundAnswer::restore}, true},
             {"found.later", Word::found_later, AnswerFound{FoundAnswer::later}},
             {"found.discard", Word::found_discard, AnswerFound{FoundAnswer::discard}}});
    }
}

}  // namespace algemeente::viewer

#include "netcdf/netcdf_file.h"

#include "text/error.h"

#include <fmt/format.h>
#include <netcdf.h>

namespace algemeente {

namespace {

constexpr int shuffled = 1, deflated = 1;
constexpr int compression = 2;  // of 9: more takes much longer and saves little

}  // namespace

NetcdfFile::NetcdfFile(const std::filesystem::path& file) : file_(file.string()) {
    check(nc_create(file_.c_str(), NC_NETCDF4 | NC_CLOBBER, &id_));
    open_ = true;
}

NetcdfFile::~NetcdfFile() {
    if (open_) nc_close(id_);
}

void NetcdfFile::check(int status) const {
    if (status != NC_NOERR) throw InputError(fmt::format("{}: cannot be written ({})", file_, nc_strerror(status)));
}

NetcdfDimension NetcdfFile::dimension(const std::string& name, std::size_t size) {
    NetcdfDimension made{.size = size};
    check(nc_def_dim(id_, name.c_str(), size, &made.id));
    return made;
}

int NetcdfFile::define(const std::string& name, int type, std::span<const NetcdfDimension> dimensions,
                       bool compressed) {
    std::vector<int> ids;
    std::vector<std::size_t> sizes;
    for (const NetcdfDimension& one : dimensions) {
        ids.push_back(one.id);
        sizes.push_back(one.size);
    }
    int variable = 0;
    check(nc_def_var(id_, name.c_str(), type, static_cast<int>(ids.size()), ids.data(), &variable));
    if (compressed) check(nc_def_var_deflate(id_, variable, shuffled, deflated, compression));
    if (sizes_.size() <= static_cast<std::size_t>(variable)) sizes_.resize(static_cast<std::size_t>(variable) + 1);
    sizes_[static_cast<std::size_t>(variable)] = std::move(sizes);
    return variable;
}

int NetcdfFile::texts(const std::string& name, NetcdfDimension along, std::span<const std::string> values) {
    const int variable = define(name, NC_STRING, {&along, 1}, false);
    std::vector<const char*> words;
    for (const std::string& value : values) words.push_back(value.c_str());
    if (!words.empty()) check(nc_put_var_string(id_, variable, words.data()));
    return variable;
}

int NetcdfFile::whole_numbers(const std::string& name, NetcdfDimension along, std::span<const int> values) {
    const int variable = define(name, NC_INT, {&along, 1}, false);
    if (!values.empty()) check(nc_put_var_int(id_, variable, values.data()));
    return variable;
}

int NetcdfFile::numbers(const std::string& name, std::span<const NetcdfDimension> dimensions) {
    return define(name, NC_DOUBLE, dimensions, true);
}

int NetcdfFile::small_numbers(const std::string& name, std::span<const NetcdfDimension> dimensions) {
    return define(name, NC_FLOAT, dimensions, true);
}

void NetcdfFile::write(int variable, std::size_t first, std::size_t second, std::span<const double> values) {
    std::vector<std::size_t> from{first, second};
    std::vector<std::size_t> count{1, 1};
    const std::vector<std::size_t>& sizes = sizes_[static_cast<std::size_t>(variable)];
    for (std::size_t i = count.size(); i < sizes.size(); ++i) {
        from.push_back(0);
        count.push_back(sizes[i]);
    }
    if (!values.empty()) check(nc_put_vara_double(id_, variable, from.data(), count.data(), values.data()));
}

void NetcdfFile::describe(int variable, std::string_view key, std::string_view words) {
    const std::string name(key);
    check(nc_put_att_text(id_, variable, name.c_str(), words.size(), words.data()));
}

void NetcdfFile::describe(std::string_view key, std::string_view words) {
    describe(NC_GLOBAL, key, words);
}

void NetcdfFile::close() {
    open_ = false;
    check(nc_close(id_));
}

}  // namespace algemeente

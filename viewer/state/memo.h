// A value together with what it was made from.
#pragma once

#include <optional>
#include <utility>

namespace algemeente::viewer {

/// Keeps the value of one key, and makes it again only for another one. `Key` is a plain struct with a defaulted ==.
template <typename Key, typename Value>
class Memo {
public:
    /// The value for `key`; `make()` is called if the key is another one. If it throws, the last value stays.
    template <typename Make>
    const Value& of(const Key& key, const Make& make) {
        if (!is_for(key)) {
            value_ = make();
            key_ = key;
        }
        return value_;
    }
    bool is_for(const Key& key) const { return key_ && *key_ == key; }
    /// The last value; before the first one, an empty one.
    const Value& value() const { return value_; }

private:
    std::optional<Key> key_;
    Value value_{};
};

}  // namespace algemeente::viewer

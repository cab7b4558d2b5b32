#include "viewer/room/qr_code.h"

#include <qrcodegen/qrcodegen.hpp>

namespace algemeente::viewer {

QrModules qr_of(const std::string& link) {
    const qrcodegen::QrCode code = qrcodegen::QrCode::encodeText(link.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
    QrModules modules{.size = code.getSize()};
    for (int y = 0; y < modules.size; ++y)
        for (int x = 0; x < modules.size; ++x) modules.dark.push_back(code.getModule(x, y));
    return modules;
}

}  // namespace algemeente::viewer

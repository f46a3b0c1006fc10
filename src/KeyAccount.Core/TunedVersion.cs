using System.Security.Cryptography;
using System.Text;

namespace KeyAccount.Core;

/// <summary>The version of a model of numbers after settings: the one they name, else one that tells new numbers from old ones.</summary>
internal static class TunedVersion
{
    // Enough of the hash to tell the versions of one company apart at a glance.
    private const int HashDigits = 12;

    /// <summary>The version.</summary>
    /// <param name="named">The one the settings name; null for none.</param>
    /// <param name="known">The one of the model before.</param>
    /// <param name="before">The settings before, without a version.</param>
    /// <param name="after">The settings after, without a version.</param>
    public static string Of(string? named, string known, string before, string after)
    {
        if (named is not null && named != known)
            return named;
        return before == after ? known
            : $"{known.Split('+')[0]}+{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(after.ReplaceLineEndings("\n"))))
                .ToLowerInvariant()[..HashDigits]}";
    }
}

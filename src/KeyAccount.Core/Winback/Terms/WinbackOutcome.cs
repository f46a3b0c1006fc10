using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>The outcome of a win-back attempt.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<WinbackOutcome>))]
public sealed class WinbackOutcome : Term<WinbackOutcome>
{
    /// <summary>It buys again; value 1.</summary>
    public static readonly WinbackOutcome Regained = new(1);
    /// <summary>It does not buy again; value 2.</summary>
    public static readonly WinbackOutcome NotRegained = new(2);

    private WinbackOutcome(int value, [CallerMemberName] string name = "") : base(name, value) { }
}

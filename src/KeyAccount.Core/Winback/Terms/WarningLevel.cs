using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>The urgency of warning signs.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<WarningLevel>))]
public sealed class WarningLevel : OrderedTerm<WarningLevel>
{
    /// <summary>Nothing to do; value 1.</summary>
    public static readonly WarningLevel Calm = new(1);
    /// <summary>Find out what it means; value 2.</summary>
    public static readonly WarningLevel Watch = new(2);
    /// <summary>Act now; value 3.</summary>
    public static readonly WarningLevel Alarm = new(3);

    private WarningLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.LowestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.LowestIsBest;
}

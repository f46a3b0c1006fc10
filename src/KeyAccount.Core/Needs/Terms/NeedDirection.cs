using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Needs;

/// <summary>The direction in which a measure improves.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<NeedDirection>))]
public sealed class NeedDirection : Term<NeedDirection>
{
    /// <summary>More is better, such as output; value 1.</summary>
    public static readonly NeedDirection Higher = new(1);
    /// <summary>Less is better, such as hours of downtime; value 2.</summary>
    public static readonly NeedDirection Lower = new(2);

    private NeedDirection(int value, [CallerMemberName] string name = "") : base(name, value) { }
}

using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>How well sales management does.</summary>
/// <remarks>A LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ManagementLevel>))]
public sealed class ManagementLevel : OrderedTerm<ManagementLevel>
{
    /// <summary>Most of what is managed is far from where it should be; value 1.</summary>
    public static readonly ManagementLevel Weak = new(1);
    /// <summary>Some of it works, some does not; value 2.</summary>
    public static readonly ManagementLevel Fair = new(2);
    /// <summary>Most of it is where it should be; value 3.</summary>
    public static readonly ManagementLevel Strong = new(3);

    private ManagementLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <inheritdoc/>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}

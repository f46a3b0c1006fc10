using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The level of sales management.</summary>
/// <remarks>A LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<SalesManagementLevel>))]
public sealed class SalesManagementLevel : OrderedTerm<SalesManagementLevel>
{
    /// <summary>Most of the focuses are far from where they should be; value 1.</summary>
    public static readonly SalesManagementLevel Weak = new(1);
    /// <summary>Some of the focuses work, some do not; value 2.</summary>
    public static readonly SalesManagementLevel Fair = new(2);
    /// <summary>Most of the focuses are where they should be; value 3.</summary>
    public static readonly SalesManagementLevel Strong = new(3);

    private SalesManagementLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <inheritdoc/>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}

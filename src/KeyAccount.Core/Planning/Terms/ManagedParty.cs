using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>A party to be managed: ourselves, the customer, the competitor.</summary>
/// <remarks>Source: 《客户关系拓展与管理》.</remarks>
[JsonConverter(typeof(TermJsonConverter<ManagedParty>))]
public sealed class ManagedParty : Term<ManagedParty>
{
    /// <summary>Ourselves; value 1.</summary>
    public static readonly ManagedParty Self = new(1);
    /// <summary>The customer; value 2.</summary>
    public static readonly ManagedParty Customer = new(2);
    /// <summary>The competitor; value 3.</summary>
    public static readonly ManagedParty Competitor = new(3);

    private ManagedParty(int value, [CallerMemberName] string name = "") : base(name, value) { }
}

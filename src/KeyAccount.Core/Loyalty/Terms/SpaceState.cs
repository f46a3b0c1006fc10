using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>The state of a field of the white space: who supplies a category at a unit of the customer.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<SpaceState>))]
public sealed class SpaceState : Term<SpaceState>
{
    /// <summary>We supply it; value 1.</summary>
    public static readonly SpaceState Own = new(1);
    /// <summary>The customer buys it elsewhere, and we know of no competitor that holds it; value 2.</summary>
    public static readonly SpaceState Open = new(2);
    /// <summary>A competitor supplies it; value 3.</summary>
    public static readonly SpaceState Competitor = new(3);
    /// <summary>We cannot sell there; value 4.</summary>
    public static readonly SpaceState Blocked = new(4);
    /// <summary>Nobody knows what the customer buys there; value 5.</summary>
    public static readonly SpaceState Unknown = new(5);

    private SpaceState(int value, [CallerMemberName] string name = "") : base(name, value) { }
}

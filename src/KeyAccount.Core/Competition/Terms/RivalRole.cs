using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Competition;

/// <summary>The way in which somebody competes with us.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<RivalRole>))]
public sealed class RivalRole : Term<RivalRole>
{
    /// <summary>Sells the same kind of product; value 1.</summary>
    public static readonly RivalRole Direct = new(1);
    /// <summary>Sells something that does the same job; value 2.</summary>
    public static readonly RivalRole Substitute = new(2);
    /// <summary>May enter the market; value 3.</summary>
    public static readonly RivalRole Entrant = new(3);
    /// <summary>The customer makes it itself; value 4.</summary>
    public static readonly RivalRole InHouse = new(4);

    private RivalRole(int value, [CallerMemberName] string name = "") : base(name, value) { }
}

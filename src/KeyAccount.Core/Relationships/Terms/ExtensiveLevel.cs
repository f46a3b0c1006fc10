using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>The level of the climate.</summary>
/// <remarks>Source: 《客户关系拓展与管理》.</remarks>
[JsonConverter(typeof(TermJsonConverter<ExtensiveLevel>))]
public sealed class ExtensiveLevel : OrderedTerm<ExtensiveLevel>
{
    /// <summary>Poor (差); value 1.</summary>
    public static readonly ExtensiveLevel Poor = new(1);
    /// <summary>Fair (中); value 2.</summary>
    public static readonly ExtensiveLevel Fair = new(2);
    /// <summary>Good (良); value 3.</summary>
    public static readonly ExtensiveLevel Good = new(3);
    /// <summary>Excellent (优); value 4.</summary>
    public static readonly ExtensiveLevel Excellent = new(4);

    private ExtensiveLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: poor = 1 is the lowest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}

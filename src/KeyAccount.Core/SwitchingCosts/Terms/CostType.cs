using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>One of the three types of switching costs in the literature.</summary>
/// <remarks>Literature: Burnham, Frels &amp; Mahajan 2003, JAMS 31:109–126.</remarks>
[JsonConverter(typeof(TermJsonConverter<CostType>))]
public sealed class CostType : Term<CostType>
{
    /// <summary>Time and effort, including risk; value 1.</summary>
    public static readonly CostType Procedural = new(1);
    /// <summary>Resources that can be expressed in money; value 2.</summary>
    public static readonly CostType Financial = new(2);
    /// <summary>The discomfort of breaking bonds; value 3.</summary>
    public static readonly CostType Relational = new(3);

    private CostType(int value, [CallerMemberName] string name = "") : base(name, value) { }

    internal string Key => CostFacet.KeyOf(Name);
}

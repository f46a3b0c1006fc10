using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>A part of the self-management of an account manager.</summary>
/// <remarks>Source: 《客户关系拓展与管理》.</remarks>
[JsonConverter(typeof(TermJsonConverter<SelfManagement>))]
public sealed class SelfManagement : Term<SelfManagement>
{
    /// <summary>Goals; value 1.</summary>
    public static readonly SelfManagement Goals = new(1);
    /// <summary>The process; value 2.</summary>
    public static readonly SelfManagement Process = new(2);
    /// <summary>Crises; value 3.</summary>
    public static readonly SelfManagement Crisis = new(3);
    /// <summary>Information; value 4.</summary>
    public static readonly SelfManagement Information = new(4);
    /// <summary>The organisation; value 5.</summary>
    public static readonly SelfManagement Organisation = new(5);

    private SelfManagement(int value, [CallerMemberName] string name = "") : base(name, value) { }
}

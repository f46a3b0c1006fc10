using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>A kind of resource that an action takes.</summary>
/// <remarks>LibraryDefault: 《大客戶戰略客戶關係管理》 asks for resources that match and lists none.</remarks>
[JsonConverter(typeof(TermJsonConverter<ResourceKind>))]
public sealed class ResourceKind : OpenTerm<ResourceKind>, IOpenTerm<ResourceKind>
{
    /// <summary>Time of salespeople; value 1.</summary>
    public static readonly ResourceKind SalesTime = new(1);
    /// <summary>Time of technical staff; value 2.</summary>
    public static readonly ResourceKind TechnicalSupport = new(2);
    /// <summary>Time of executives; value 3.</summary>
    public static readonly ResourceKind ExecutiveTime = new(3);
    /// <summary>Marketing budget; value 4.</summary>
    public static readonly ResourceKind MarketingBudget = new(4);
    /// <summary>Production capacity; value 5.</summary>
    public static readonly ResourceKind ProductionCapacity = new(5);
    /// <summary>Capital; value 6.</summary>
    public static readonly ResourceKind Capital = new(6);

    private ResourceKind(int value, [CallerMemberName] string name = "") : base(name, value) { }

    static ResourceKind IOpenTerm<ResourceKind>.Create(string name, int value) => new(value, name);
}

namespace KeyAccount.Core.Reviews;

/// <summary>A model that a review asks: how it is read and how it is replaced.</summary>
/// <param name="Read">Reads it.</param>
/// <param name="Replace">The models with another one in its place; null where that is of another type.</param>
internal sealed record ModelSlot(Func<ReviewModels, IModel> Read, Func<ReviewModels, IModel, ReviewModels?> Replace)
{
    public static ModelSlot Of<TModel>(Func<ReviewModels, TModel> read, Func<ReviewModels, TModel, ReviewModels> replace)
        where TModel : class, IModel =>
        new(read, (models, model) => model is TModel fitting ? replace(models, fitting) : null);
}

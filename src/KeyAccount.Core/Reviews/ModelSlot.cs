namespace KeyAccount.Core.Reviews;

/// <summary>The place of a model in a review: how to read it and how to replace it.</summary>
/// <param name="Read">Reads the model.</param>
/// <param name="Replace">Returns the models with another one in its place; null if that is of another type.</param>
internal sealed record ModelSlot(Func<ReviewModels, IModel> Read, Func<ReviewModels, IModel, ReviewModels?> Replace)
{
    public static ModelSlot Of<TModel>(Func<ReviewModels, TModel> read, Func<ReviewModels, TModel, ReviewModels> replace)
        where TModel : class, IModel =>
        new(read, (models, model) => model is TModel fitting ? replace(models, fitting) : null);
}
